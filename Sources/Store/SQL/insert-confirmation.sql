-- Queues a confirmation. One that is queued already stays as it is, unless a program ended while it sent it.
INSERT INTO confirmations (subscriber, state, attempts, due, created) VALUES ($1, 'waiting', 0, $2, $2)
ON CONFLICT (subscriber) DO UPDATE SET state = excluded.state, attempts = 0, due = excluded.due, created = excluded.created
WHERE confirmations.state = 'sending' AND confirmations.due <= excluded.due
