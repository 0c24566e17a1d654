-- Records that a sender is alive.
UPDATE senders SET seen = $1 WHERE number = $2
