-- Subscribers, their preferences, the suppression list, and the keys of tokens and hashes.
--
-- Times are seconds since 1970. Tables of campaigns will come with keys that include the campaign; they refer to
-- subscribers by id, and ids are never used again, because tokens in old mails contain them: `counters` has the next.
CREATE TABLE IF NOT EXISTS subscribers (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL,
    address_key TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'unsubscribed', 'bounced', 'complained')),
    consent_time BIGINT,
    consent_source TEXT NOT NULL,
    confirmation_time BIGINT,
    created BIGINT NOT NULL,
    changed BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS subscribers_by_state ON subscribers (state, id);

CREATE TABLE IF NOT EXISTS preferences (
    subscriber INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('section', 'region')),
    name TEXT NOT NULL,
    PRIMARY KEY (subscriber, kind, name)
);

CREATE TABLE IF NOT EXISTS suppressions (
    address_hash BYTEA PRIMARY KEY,
    reason TEXT NOT NULL CHECK (reason IN ('unsubscribed', 'bounced', 'complained', 'erased')),
    created BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS secret_keys (
    purpose TEXT NOT NULL CHECK (purpose IN ('token', 'suppression')),
    number INTEGER NOT NULL,
    secret BYTEA NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (purpose, number)
);

CREATE TABLE IF NOT EXISTS counters (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);

INSERT INTO counters (name, value) VALUES ('next-subscriber', 1) ON CONFLICT (name) DO NOTHING;
