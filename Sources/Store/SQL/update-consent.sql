-- Makes a subscriber active, with the time and the source of the consent.
UPDATE subscribers SET state = 'active', consent_time = $1, consent_source = $2, changed = $3 WHERE id = $4
