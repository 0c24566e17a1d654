-- What publishing each issue has done: the journal, as JSON, by the key of its plan.
CREATE TABLE IF NOT EXISTS publish_journals (
    key TEXT PRIMARY KEY,
    issue BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    journal TEXT NOT NULL
);
