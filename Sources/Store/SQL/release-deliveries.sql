-- Plans again what was claimed by a sender whose lease is over. Uses deliveries_claimed.
UPDATE deliveries SET state = 'planned', sender = NULL, lease_end = NULL, epoch = epoch + 1
WHERE campaign = $1 AND state = 'claimed' AND lease_end <= $2
