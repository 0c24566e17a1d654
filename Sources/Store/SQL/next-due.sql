-- When the next delivery of a lane may be sent. Uses deliveries_planned.
SELECT due FROM deliveries WHERE campaign = $1 AND state = 'planned' AND lane = $2 ORDER BY due LIMIT 1
