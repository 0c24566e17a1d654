-- Finds a subscriber by the normal form of the address. Uses the unique index of address_key.
SELECT id, address, state, consent_time, consent_source, confirmation_time, created, changed
FROM subscribers
WHERE address_key = $1
