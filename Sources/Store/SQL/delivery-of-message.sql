-- Finds the delivery that a complaint is about, if all that it has left of the message is its name. Reads all deliveries:
-- an index would make every message that is sent slower, for something that rarely happens.
SELECT campaign, subscriber FROM deliveries WHERE message_id = $1
