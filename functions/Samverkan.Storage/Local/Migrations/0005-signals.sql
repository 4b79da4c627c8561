-- The newest run of each timer.
CREATE TABLE timer_runs (
    name      TEXT    NOT NULL PRIMARY KEY,
    at        INTEGER NOT NULL,
    took      INTEGER NOT NULL, -- 100 ns
    succeeded INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row, written over to try whether there is room and leave to write.
CREATE TABLE write_checks (
    id     INTEGER NOT NULL PRIMARY KEY,
    filler BLOB    NOT NULL
) STRICT;
