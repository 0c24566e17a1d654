-- Deletes those who signed up on the web and never confirmed; their confirmation is deleted with them. Who was imported as
-- pending was never sent a confirmation, and stays. Uses subscribers_by_state.
DELETE FROM subscribers WHERE state = 'pending' AND confirmation_time < $1
