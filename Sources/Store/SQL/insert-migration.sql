-- Records an applied migration, in the transaction that applies it.
INSERT INTO migrations (number, applied) VALUES ($1, $2) ON CONFLICT (number) DO NOTHING
