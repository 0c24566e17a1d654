-- Puts what is to be sent to a domain into its own lane. Only runs when the limits in the settings have changed.
UPDATE deliveries SET lane = $1
WHERE campaign = $2 AND state = 'planned' AND lane <> $1
    AND subscriber IN (SELECT id FROM subscribers WHERE address_key LIKE $3)
