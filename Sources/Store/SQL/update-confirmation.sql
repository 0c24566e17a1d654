-- Records when a subscriber was last sent a confirmation, which happens at most once a day.
UPDATE subscribers SET confirmation_time = $2, changed = $2 WHERE id = $1
