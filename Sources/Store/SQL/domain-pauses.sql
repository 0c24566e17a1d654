-- The receiving domains that want a pause, for a sender that starts.
SELECT domain, refusals, ending FROM domain_pauses WHERE ending > $1
