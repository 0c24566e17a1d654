-- What keeps a campaign safe beyond the state of each delivery: how often a delivery was listed as uncertain, from which
-- counts on a resumed campaign's failures are judged, and which receiving domains want a pause. Also finds deliveries by
-- the name of their message, for complaints that contain nothing else.
CREATE INDEX IF NOT EXISTS deliveries_by_message ON deliveries (message_id)
WHERE message_id IS NOT NULL;

CREATE TABLE IF NOT EXISTS listings (
    campaign INTEGER NOT NULL REFERENCES campaigns (number),
    subscriber BIGINT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (campaign, subscriber)
);

CREATE TABLE IF NOT EXISTS failure_baselines (
    campaign INTEGER PRIMARY KEY REFERENCES campaigns (number),
    failed BIGINT NOT NULL,
    judged BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS domain_pauses (
    domain TEXT PRIMARY KEY,
    refusals INTEGER NOT NULL,
    ending BIGINT NOT NULL
);
