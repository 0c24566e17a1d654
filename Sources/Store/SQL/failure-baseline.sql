-- The counts up to which a person has accepted a campaign's failures by resuming it. Uses the primary key.
SELECT failed, judged FROM failure_baselines WHERE campaign = $1
