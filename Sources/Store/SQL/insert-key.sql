-- Keeps a new key. If another program was faster, its key stays.
INSERT INTO secret_keys (purpose, number, secret, created) VALUES ($1, $2, $3, $4)
ON CONFLICT (purpose, number) DO NOTHING
