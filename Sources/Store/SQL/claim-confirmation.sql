-- Marks a confirmation before it is sent. It is due again when the claim is over, in case that the program ends.
UPDATE confirmations SET state = 'sending', attempts = $1, due = $2 WHERE subscriber = $3
