-- Freezes the audience of a campaign: everybody who is active now. Reads subscribers_by_state.
INSERT INTO deliveries (campaign, subscriber, state, lane, due, attempts, epoch, was_uncertain)
SELECT CAST($1 AS INTEGER), id, 'planned', '', 0, 0, 0, 0 FROM subscribers WHERE state = 'active'
