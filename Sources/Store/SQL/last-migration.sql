-- How new the database is. Uses the primary key.
SELECT number FROM migrations ORDER BY number DESC LIMIT 1
