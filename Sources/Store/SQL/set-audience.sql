-- Records how many deliveries a new campaign has.
UPDATE campaigns SET audience = $1 WHERE number = $2
