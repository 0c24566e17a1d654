-- Finds the delivery that a complaint is about, if all that it has left of the message is its name. Uses
-- deliveries_by_message.
SELECT campaign, subscriber FROM deliveries WHERE message_id = $1
