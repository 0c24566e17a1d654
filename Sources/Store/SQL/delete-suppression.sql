-- Takes an address off the suppression list, after its owner has confirmed a new subscription. Complaints and bounces
-- stay.
DELETE FROM suppressions WHERE address_hash = $1 AND reason IN ('unsubscribed', 'erased')
