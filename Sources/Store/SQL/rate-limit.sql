-- When the next message may be sent, in microseconds since 1970.
SELECT next_microsecond FROM rate_limits WHERE name = $1
