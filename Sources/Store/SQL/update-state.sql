-- Changes the state of one subscriber. Changes no row if it is in this state already.
UPDATE subscribers SET state = $2, changed = $3 WHERE id = $1 AND state <> $2
