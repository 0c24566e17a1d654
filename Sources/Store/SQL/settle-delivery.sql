-- Records what became of a message. Changes nothing if somebody else has decided on the delivery since.
UPDATE deliveries SET state = $1, note = $2, queue_id = $3, due = $4, attempts = attempts + $5,
    first_attempt = COALESCE(first_attempt, $6), sender = NULL, lease_end = NULL
WHERE campaign = $7 AND subscriber = $8 AND state = 'in-flight' AND epoch = $9
