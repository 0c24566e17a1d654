-- Records how often a delivery was listed as uncertain, in the transaction that lists it.
INSERT INTO listings (campaign, subscriber, times) VALUES ($1, $2, $3)
ON CONFLICT (campaign, subscriber) DO UPDATE SET times = excluded.times
