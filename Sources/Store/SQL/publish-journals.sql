-- All journals, for the overview; there is one per published issue.
SELECT journal FROM publish_journals ORDER BY issue, key
