-- What is listed as uncertain, even if it was sent again since. Uses deliveries_listed.
SELECT subscriber, state, lane, due, attempts, epoch, sender, lease_end, first_attempt, last_attempt, message_id,
    queue_id, note, was_uncertain
FROM deliveries
WHERE campaign = $1 AND was_uncertain = 1
ORDER BY subscriber
LIMIT $2
