-- Makes a subscriber active, with the time and the source of the consent.
UPDATE subscribers SET state = 'active', consent_time = $2, consent_source = $3, changed = $4 WHERE id = $1
