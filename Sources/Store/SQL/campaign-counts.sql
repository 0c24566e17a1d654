-- How many deliveries of a campaign are in each state: kept by every change, so that nobody counts a million rows.
SELECT state, total FROM campaign_counts WHERE campaign = $1
