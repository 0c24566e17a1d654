-- Records how a delivery ended, whoever has claimed it. The state must still be the one that the decision was based on.
UPDATE deliveries SET state = $1, note = $2, sender = NULL, lease_end = NULL, epoch = epoch + 1
WHERE campaign = $3 AND subscriber = $4 AND state = $5
