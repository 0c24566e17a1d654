-- Records the counts up to which a person accepts a campaign's failures.
INSERT INTO failure_baselines (campaign, failed, judged) VALUES ($1, $2, $3)
ON CONFLICT (campaign) DO UPDATE SET failed = excluded.failed, judged = excluded.judged
