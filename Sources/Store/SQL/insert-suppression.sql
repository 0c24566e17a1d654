-- Puts an address on the suppression list, by its hash. The first reason stays, unless a complaint or a bounce follows,
-- after which even the owner of the address can't subscribe again.
INSERT INTO suppressions (address_hash, reason, created) VALUES ($1, $2, $3)
ON CONFLICT (address_hash) DO UPDATE SET reason = excluded.reason
WHERE suppressions.reason IN ('unsubscribed', 'erased') AND excluded.reason IN ('bounced', 'complained')
