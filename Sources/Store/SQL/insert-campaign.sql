-- Keeps an approved campaign. The unique index of issues refuses a second one for the same issue.
INSERT INTO campaigns (
    number, issue, subject, content, state, pause_reason, not_before, uncertainty, audience, created, changed
)
VALUES ($1, $2, $3, $4, 'approved', NULL, $5, $6, 0, $7, $7)
