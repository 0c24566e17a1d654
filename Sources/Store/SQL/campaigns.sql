-- All campaigns, for an overview: one row for each issue, so there are few.
SELECT number, issue, subject, content, state, pause_reason, not_before, uncertainty, audience, created, changed
FROM campaigns
ORDER BY number
