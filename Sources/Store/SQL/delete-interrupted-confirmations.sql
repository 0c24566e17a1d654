-- Forgets the confirmations that a crash interrupted: they may have been sent. The person can sign up again the next day.
DELETE FROM confirmations WHERE state = 'sending'
