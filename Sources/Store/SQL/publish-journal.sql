-- One journal. Uses the primary key.
SELECT journal FROM publish_journals WHERE key = $1
