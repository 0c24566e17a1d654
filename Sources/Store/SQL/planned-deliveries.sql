-- What may be sent next, with the subscriber's state now, so that whoever has left is never claimed. Uses
-- deliveries_planned, which has no finished deliveries. The subscriber is missing if they were erased.
SELECT deliveries.subscriber, deliveries.epoch, deliveries.attempts, deliveries.first_attempt, subscribers.address,
    subscribers.state
FROM deliveries
LEFT JOIN subscribers ON subscribers.id = deliveries.subscriber
WHERE deliveries.campaign = $1 AND deliveries.state = 'planned' AND deliveries.lane = $2 AND deliveries.due <= $3
ORDER BY deliveries.due, deliveries.subscriber
LIMIT $4
