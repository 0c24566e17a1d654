-- Marks a delivery before its message is sent. Changes nothing if the claim is over or was taken over, if the subscriber
-- has left, or if the campaign was stopped.
UPDATE deliveries SET state = 'in-flight', message_id = $1, last_attempt = $2, lease_end = $3
WHERE campaign = $4 AND subscriber = $5 AND state = 'claimed' AND sender = $6 AND epoch = $7 AND lease_end > $2
    AND EXISTS (SELECT 1 FROM subscribers WHERE id = $5 AND state = 'active')
    AND EXISTS (SELECT 1 FROM campaigns WHERE number = $4 AND state = 'running')
