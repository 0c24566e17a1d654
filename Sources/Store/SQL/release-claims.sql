-- Plans again what one sender has claimed and doesn't send. Uses deliveries_claimed.
UPDATE deliveries SET state = 'planned', sender = NULL, lease_end = NULL, epoch = epoch + 1
WHERE campaign = $1 AND state = 'claimed' AND sender = $2
