-- Adds to one kept count of a campaign, in the transaction that changes the deliveries.
INSERT INTO campaign_counts (campaign, state, total) VALUES ($1, $2, $3)
ON CONFLICT (campaign, state) DO UPDATE SET total = campaign_counts.total + excluded.total
