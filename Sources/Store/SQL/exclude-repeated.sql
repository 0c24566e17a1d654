-- Excludes those to whom an earlier, cancelled campaign has sent the same issue, or may have.
UPDATE deliveries SET state = 'excluded', note = 'the issue was sent by an earlier campaign'
WHERE campaign = $1 AND state = 'planned' AND subscriber IN (
    SELECT sent.subscriber
    FROM deliveries AS sent
    JOIN campaigns ON campaigns.number = sent.campaign
    WHERE campaigns.issue = $2 AND sent.campaign <> $1
        AND sent.state IN ('in-flight', 'accepted', 'bounced', 'complained', 'uncertain')
)
