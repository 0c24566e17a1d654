-- Campaigns, the delivery to each of their recipients, the programs that send, and the limits of their speed.
--
-- Times are seconds since 1970, except for `rate_limits`. Deliveries name subscribers by id and have no address; they
-- outlive erased subscribers, so that the numbers of a campaign stay right. Every index of deliveries only has the rows
-- in one state, so that finished deliveries never slow down a claim.
CREATE TABLE IF NOT EXISTS campaigns (
    number INTEGER PRIMARY KEY,
    issue TEXT NOT NULL,
    subject TEXT NOT NULL,
    content BYTEA NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('approved', 'running', 'paused', 'cancelled', 'finished')),
    pause_reason TEXT,
    not_before BIGINT NOT NULL,
    uncertainty TEXT NOT NULL CHECK (uncertainty IN ('miss', 'repeat')),
    audience BIGINT NOT NULL,
    created BIGINT NOT NULL,
    changed BIGINT NOT NULL
);

CREATE UNIQUE INDEX IF NOT EXISTS campaigns_by_issue ON campaigns (issue) WHERE state <> 'cancelled';

CREATE TABLE IF NOT EXISTS campaign_counts (
    campaign INTEGER NOT NULL REFERENCES campaigns (number),
    state TEXT NOT NULL,
    total BIGINT NOT NULL,
    PRIMARY KEY (campaign, state)
);

CREATE TABLE IF NOT EXISTS deliveries (
    campaign INTEGER NOT NULL REFERENCES campaigns (number),
    subscriber BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (
        state IN (
            'planned', 'claimed', 'in-flight', 'accepted', 'bounced', 'complained', 'failed', 'excluded', 'uncertain'
        )
    ),
    lane TEXT NOT NULL,
    due BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    epoch BIGINT NOT NULL,
    sender BIGINT,
    lease_end BIGINT,
    first_attempt BIGINT,
    last_attempt BIGINT,
    message_id TEXT,
    queue_id TEXT,
    note TEXT,
    was_uncertain INTEGER NOT NULL,
    PRIMARY KEY (campaign, subscriber)
);

CREATE INDEX IF NOT EXISTS deliveries_planned ON deliveries (campaign, lane, due, subscriber)
WHERE state = 'planned';

CREATE INDEX IF NOT EXISTS deliveries_claimed ON deliveries (campaign, lease_end, subscriber)
WHERE state = 'claimed';

CREATE INDEX IF NOT EXISTS deliveries_in_flight ON deliveries (campaign, subscriber)
WHERE state = 'in-flight';

CREATE INDEX IF NOT EXISTS deliveries_uncertain ON deliveries (campaign, subscriber)
WHERE state = 'uncertain';

CREATE INDEX IF NOT EXISTS deliveries_listed ON deliveries (campaign, subscriber)
WHERE was_uncertain = 1;

CREATE TABLE IF NOT EXISTS senders (
    number INTEGER PRIMARY KEY,
    host TEXT NOT NULL,
    process INTEGER NOT NULL,
    started BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    ended BIGINT
);

CREATE TABLE IF NOT EXISTS rate_limits (
    name TEXT PRIMARY KEY,
    next_microsecond BIGINT NOT NULL
);
