-- Moves all deliveries of a campaign that are in one state to another; whoever has claimed them notices by the epoch.
UPDATE deliveries SET state = $1, note = $2, sender = NULL, lease_end = NULL, epoch = epoch + 1
WHERE campaign = $3 AND state = $4
