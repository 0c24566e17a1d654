-- The sender that started last, if it hasn't ended. Uses the primary key.
SELECT number, host, process, started, seen FROM senders WHERE ended IS NULL ORDER BY number DESC LIMIT 1
