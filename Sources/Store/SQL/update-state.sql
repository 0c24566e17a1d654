-- Changes the state of one subscriber. Changes no row if it is in this state already.
UPDATE subscribers SET state = $1, changed = $2 WHERE id = $3 AND state <> $1
