-- Whether there are preferences at all, so that an export needn't look for those of everybody.
SELECT subscriber FROM preferences LIMIT 1
