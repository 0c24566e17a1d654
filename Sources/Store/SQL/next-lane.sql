-- The lane after another one: repeated, it lists the lanes by jumping through deliveries_planned.
SELECT lane FROM deliveries WHERE campaign = $1 AND state = 'planned' AND lane > $2 ORDER BY lane LIMIT 1
