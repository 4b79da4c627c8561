-- Every column of events is covered by the event's hash, or (personal, hash) is checked against what is.
CREATE TABLE heads (
    stream  TEXT    NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    hash    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    stream   TEXT    NOT NULL REFERENCES heads (stream),
    version  INTEGER NOT NULL,
    type     TEXT    NOT NULL,
    at       INTEGER NOT NULL, -- 100 ns since 1970-01-01 UTC, as everywhere in this file
    by       TEXT    NOT NULL,
    data     TEXT    NOT NULL,
    personal TEXT,
    hash     TEXT    NOT NULL,
    PRIMARY KEY (stream, version)
) STRICT;
