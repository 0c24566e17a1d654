-- Records when the next message may be sent, in the transaction that marks the one before.
INSERT INTO rate_limits (name, next_microsecond) VALUES ($1, $2)
ON CONFLICT (name) DO UPDATE SET next_microsecond = excluded.next_microsecond
