-- Forgets the pauses that are over.
DELETE FROM domain_pauses WHERE ending <= $1
