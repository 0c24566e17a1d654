-- The campaign that sends an issue, or has sent it. Uses campaigns_by_issue.
SELECT number, issue, subject, content, state, pause_reason, not_before, uncertainty, audience, created, changed
FROM campaigns
WHERE issue = $1 AND state <> 'cancelled'
