-- Queues a confirmation again, which the mail server certainly hasn't accepted.
UPDATE confirmations SET state = 'waiting', due = $1 WHERE subscriber = $2
