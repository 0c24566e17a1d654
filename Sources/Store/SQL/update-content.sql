-- Records that a person accepts another text for the rest of a campaign.
UPDATE campaigns SET content = $1, changed = $2 WHERE number = $3
