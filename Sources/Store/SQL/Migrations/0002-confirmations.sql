-- Sign-ups on the web, and the confirmations to send because of them.
--
-- A sign-up is first kept as it arrived, by one statement that is the same for every address, so that the time of a
-- response says nothing about the address. A confirmation is marked before it is sent, so that one that a crash
-- interrupts is never sent twice.
CREATE TABLE IF NOT EXISTS sign_ups (
    name BYTEA PRIMARY KEY,
    address TEXT NOT NULL,
    created BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS confirmations (
    subscriber INTEGER PRIMARY KEY REFERENCES subscribers (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending')),
    attempts INTEGER NOT NULL,
    due BIGINT NOT NULL,
    created BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS confirmations_by_state ON confirmations (state, due);
