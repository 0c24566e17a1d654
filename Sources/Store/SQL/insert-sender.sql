-- Announces a program that sends.
INSERT INTO senders (number, host, process, started, seen, ended) VALUES ($1, $2, $3, $4, $4, NULL)
