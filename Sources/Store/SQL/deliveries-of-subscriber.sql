-- What became of the messages that were sent to a subscriber, the latest campaign first, so that returned messages in a
-- row can be counted. Uses the primary key once per campaign.
SELECT deliveries.campaign, deliveries.state, deliveries.last_attempt, deliveries.note
FROM campaigns
JOIN deliveries ON deliveries.campaign = campaigns.number AND deliveries.subscriber = $1
WHERE campaigns.number <= $2 AND deliveries.state IN ('accepted', 'bounced', 'complained', 'uncertain')
ORDER BY campaigns.number DESC
LIMIT $3
