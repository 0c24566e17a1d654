-- Keeps one preference of a subscriber.
INSERT INTO preferences (subscriber, kind, name) VALUES ($1, $2, $3) ON CONFLICT (subscriber, kind, name) DO NOTHING
