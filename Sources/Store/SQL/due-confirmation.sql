-- The confirmation that has been due for longest: one that waits, or one whose first attempts a crash has interrupted.
-- Uses confirmations_by_state.
SELECT subscriber, attempts, created
FROM confirmations
WHERE state IN ('waiting', 'sending') AND due <= $1 AND (state = 'waiting' OR attempts <= $2)
ORDER BY due
LIMIT 1
