-- A delivery has at most one message that nobody has received, and one for each time that it was received and not yet
-- deleted: so what is put on the queue while a worker has it in hand outlives that worker's delete.
CREATE TABLE queue (
    id          INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    delivery_id TEXT    NOT NULL,
    visible_at  INTEGER NOT NULL,
    received    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX queue_waiting ON queue (delivery_id) WHERE received = 0;
CREATE INDEX queue_visible ON queue (visible_at, id);
