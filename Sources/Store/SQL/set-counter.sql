-- Sets the next number of something, in the transaction that used the numbers before it.
INSERT INTO counters (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value
