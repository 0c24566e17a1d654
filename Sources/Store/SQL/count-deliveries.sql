-- How many deliveries of a campaign are really in each state, for comparison with the kept counts. Reads them all.
SELECT state, COUNT(*) AS total FROM deliveries WHERE campaign = $1 GROUP BY state
