-- The next number of something. A number is never used twice, even if what had it is gone.
SELECT value FROM counters WHERE name = $1
