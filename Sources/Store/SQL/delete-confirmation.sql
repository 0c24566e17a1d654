-- Forgets a confirmation that was sent, was given up, or isn't wanted any more.
DELETE FROM confirmations WHERE subscriber = $1
