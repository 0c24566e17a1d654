-- The confirmation that has been due for longest. Uses confirmations_by_state.
SELECT subscriber, attempts, created FROM confirmations WHERE state = 'waiting' AND due <= $1 ORDER BY due LIMIT 1
