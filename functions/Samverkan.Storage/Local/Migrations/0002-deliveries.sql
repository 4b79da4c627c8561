CREATE TABLE deliveries (
    id             TEXT    NOT NULL PRIMARY KEY,
    stream_version INTEGER NOT NULL,
    agreement      TEXT,
    obligation     TEXT,
    plan_year      INTEGER,
    version        TEXT    NOT NULL,
    contact        TEXT    NOT NULL,
    state          TEXT    NOT NULL,
    attempts       INTEGER NOT NULL,
    created_at     INTEGER NOT NULL,
    handed_over_at INTEGER,
    next_at        INTEGER,
    documents      TEXT    NOT NULL -- hashes in order, with a space between
) STRICT;

-- One index for each way to list, in the order of the list; version at the end lets notices be passed over unread.
CREATE INDEX deliveries_by_time ON deliveries (created_at DESC, id, version);
CREATE INDEX deliveries_by_state ON deliveries (state, created_at DESC, id, version);
CREATE INDEX deliveries_by_contact ON deliveries (contact, created_at DESC, id, version);
CREATE INDEX deliveries_by_agreement ON deliveries (agreement, created_at DESC, id, plan_year, version);
CREATE INDEX deliveries_by_year ON deliveries (plan_year, created_at DESC, id, version);
CREATE INDEX deliveries_due ON deliveries (next_at, id) WHERE next_at IS NOT NULL;

-- Up to which version of each stream the rows are made.
CREATE TABLE projected (
    stream  TEXT    NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
