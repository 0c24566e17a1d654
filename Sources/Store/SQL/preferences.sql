-- The preferences of one subscriber. Uses the primary key.
SELECT kind, name FROM preferences WHERE subscriber = $1 ORDER BY kind, name
