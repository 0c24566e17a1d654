-- Forgets the preferences of a subscriber, before new ones are kept.
DELETE FROM preferences WHERE subscriber = $1
