-- Forgets the confirmations that crashes have interrupted again and again: they may have been sent. The person can sign up
-- again the next day.
DELETE FROM confirmations WHERE state = 'sending' AND attempts > $1
