-- Changes the state of a campaign, if it is still in the state that the decision was based on.
UPDATE campaigns SET state = $1, pause_reason = $2, changed = $3 WHERE number = $4 AND state = $5
