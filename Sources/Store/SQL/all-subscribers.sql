-- Everybody, for an export, in the order in which they were added. Reads the table once.
SELECT id, address, state, consent_time, consent_source, confirmation_time, created, changed
FROM subscribers
ORDER BY id
