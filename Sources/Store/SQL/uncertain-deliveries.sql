-- What may have been sent, and nobody knows. Uses deliveries_uncertain.
SELECT subscriber, state, lane, due, attempts, epoch, sender, lease_end, first_attempt, last_attempt, message_id,
    queue_id, note, was_uncertain
FROM deliveries
WHERE campaign = $1 AND state = 'uncertain'
ORDER BY subscriber
