-- How many addresses are on the suppression list, by reason.
SELECT reason, COUNT(*) AS total FROM suppressions GROUP BY reason
