-- All keys for one purpose, latest last: old ones verify what they have signed.
SELECT number, secret FROM secret_keys WHERE purpose = $1 ORDER BY number
