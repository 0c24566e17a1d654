-- How often a delivery was listed as uncertain. Uses the primary key.
SELECT times FROM listings WHERE campaign = $1 AND subscriber = $2
