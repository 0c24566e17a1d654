-- Marks a confirmation before it is sent.
UPDATE confirmations SET state = 'sending', attempts = $2 WHERE subscriber = $1
