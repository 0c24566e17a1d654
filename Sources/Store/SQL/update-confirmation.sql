-- Records when a subscriber was last sent a confirmation, which happens at most once a day.
UPDATE subscribers SET confirmation_time = $1, changed = $1 WHERE id = $2
