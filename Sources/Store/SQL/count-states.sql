-- How many subscribers are in each state. Reads only subscribers_by_state.
SELECT state, COUNT(*) AS total FROM subscribers GROUP BY state
