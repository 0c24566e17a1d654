-- Decides on an uncertain delivery.
UPDATE deliveries SET state = $1, queue_id = $2, note = $3, was_uncertain = $4, epoch = epoch + 1
WHERE campaign = $5 AND subscriber = $6 AND state = 'uncertain'
