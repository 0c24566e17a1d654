-- Writes a journal, unless the stored one is newer: then another run of the program has continued it.
INSERT INTO publish_journals (key, issue, revision, journal) VALUES ($1, $2, $3, $4)
ON CONFLICT (key) DO UPDATE SET issue = $2, revision = $3, journal = $4 WHERE publish_journals.revision < $3
