-- What was being sent when a sender ended: it may have been sent. Uses deliveries_in_flight.
SELECT subscriber, state, lane, due, attempts, epoch, sender, lease_end, first_attempt, last_attempt, message_id,
    queue_id, note, was_uncertain
FROM deliveries
WHERE campaign = $1 AND state = 'in-flight' AND lease_end <= $2
