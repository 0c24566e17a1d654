-- Claims one delivery, unless another sender was faster.
UPDATE deliveries SET state = 'claimed', sender = $1, lease_end = $2, epoch = epoch + 1
WHERE campaign = $3 AND subscriber = $4 AND state = 'planned' AND epoch = $5
