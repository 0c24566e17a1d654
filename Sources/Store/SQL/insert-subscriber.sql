-- Adds a subscriber unless the address is known: then no row is changed. The key of addresses decides.
INSERT INTO subscribers (
    id, address, address_key, state, consent_time, consent_source, confirmation_time, created, changed
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
ON CONFLICT (address_key) DO NOTHING
