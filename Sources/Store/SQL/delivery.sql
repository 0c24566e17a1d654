-- The delivery to one subscriber. Uses the primary key.
SELECT subscriber, state, lane, due, attempts, epoch, sender, lease_end, first_attempt, last_attempt, message_id,
    queue_id, note, was_uncertain
FROM deliveries
WHERE campaign = $1 AND subscriber = $2
