-- Which migrations have been applied; exists before all other tables.
CREATE TABLE IF NOT EXISTS migrations (
    number INTEGER PRIMARY KEY,
    applied BIGINT NOT NULL
);
