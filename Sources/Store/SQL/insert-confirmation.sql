-- Queues a confirmation. One that is queued already stays as it is.
INSERT INTO confirmations (subscriber, state, attempts, due, created) VALUES ($1, 'waiting', 0, $2, $2)
ON CONFLICT (subscriber) DO NOTHING
