-- One campaign. Uses the primary key.
SELECT number, issue, subject, content, state, pause_reason, not_before, uncertainty, audience, created, changed
FROM campaigns
WHERE number = $1
