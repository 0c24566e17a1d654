-- Records that a sender has ended, or that all senders up to a number have.
UPDATE senders SET ended = $1 WHERE ended IS NULL AND number >= $2 AND number <= $3
