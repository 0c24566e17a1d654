-- Those in one state after a given id, in the order of ids: for exports, and for the audience of a campaign, which is
-- read in portions. Uses subscribers_by_state.
SELECT id, address, state, consent_time, consent_source, confirmation_time, created, changed
FROM subscribers
WHERE state = $1 AND id > $2
ORDER BY id
LIMIT $3
