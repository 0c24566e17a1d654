-- Sign-ups that nobody has looked at yet, in portions.
SELECT name, address FROM sign_ups LIMIT $1
