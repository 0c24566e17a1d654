-- Forgets what servers said about an erased subscriber, and the names of their messages. Uses the primary key.
UPDATE deliveries SET note = NULL, message_id = NULL, queue_id = NULL, lane = ''
WHERE subscriber = $1 AND campaign IN (SELECT number FROM campaigns)
