-- Freezes the audience of a campaign that a restored backup doesn't have: everybody who is active now, and was added
-- before it was approved. Reads subscribers_by_state.
INSERT INTO deliveries (campaign, subscriber, state, lane, due, attempts, epoch, was_uncertain)
SELECT CAST($1 AS INTEGER), id, 'uncertain', '', 0, 0, 0, CAST($2 AS INTEGER)
FROM subscribers
WHERE state = 'active' AND created <= $3
