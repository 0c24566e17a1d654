-- Takes what is to be sent out of a lane whose limit is gone.
UPDATE deliveries SET lane = '' WHERE campaign = $1 AND state = 'planned' AND lane = $2
