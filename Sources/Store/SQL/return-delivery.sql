-- Returns a claimed delivery that isn't sent yet, because its domain wants a pause.
UPDATE deliveries SET state = 'planned', due = $1, sender = NULL, lease_end = NULL, epoch = epoch + 1
WHERE campaign = $2 AND subscriber = $3 AND state = 'claimed' AND epoch = $4
