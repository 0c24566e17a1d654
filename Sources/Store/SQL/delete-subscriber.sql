-- Erases a subscriber. Preferences go with the row.
DELETE FROM subscribers WHERE id = $1
