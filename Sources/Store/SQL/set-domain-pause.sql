-- Records that a receiving domain wants a pause, so that the next sender keeps it, too.
INSERT INTO domain_pauses (domain, refusals, ending) VALUES ($1, $2, $3)
ON CONFLICT (domain) DO UPDATE SET refusals = excluded.refusals, ending = excluded.ending
