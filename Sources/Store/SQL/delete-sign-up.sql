-- Forgets a sign-up, in the transaction that acts on it.
DELETE FROM sign_ups WHERE name = $1
