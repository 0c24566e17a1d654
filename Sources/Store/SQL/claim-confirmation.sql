-- Marks a confirmation before it is sent.
UPDATE confirmations SET state = 'sending', attempts = $1 WHERE subscriber = $2
