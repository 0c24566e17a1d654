-- Whether an address is on the suppression list, and why. Uses the primary key.
SELECT reason FROM suppressions WHERE address_hash = $1
