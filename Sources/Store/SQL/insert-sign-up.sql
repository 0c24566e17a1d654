-- Keeps a sign-up as it arrived. The name is random, so that the statement does the same for every address.
INSERT INTO sign_ups (name, address, created) VALUES ($1, $2, $3)
