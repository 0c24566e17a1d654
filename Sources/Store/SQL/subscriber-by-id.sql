-- Finds the subscriber that a token names. Uses the primary key.
SELECT id, address, state, consent_time, consent_source, confirmation_time, created, changed
FROM subscribers
WHERE id = $1
