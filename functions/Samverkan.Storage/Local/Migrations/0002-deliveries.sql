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

-- How many there are in each state, notices left out: kept as they change, since counting reads them all.
CREATE TABLE delivery_counts (
    state TEXT    NOT NULL PRIMARY KEY,
    rows  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER deliveries_counted AFTER INSERT ON deliveries WHEN new.version <> 'Notice'
BEGIN
    INSERT INTO delivery_counts (state, rows) VALUES (new.state, 1) ON CONFLICT (state) DO UPDATE SET rows = rows + 1;
END;

CREATE TRIGGER deliveries_recounted AFTER UPDATE OF state, version ON deliveries
WHEN old.state <> new.state OR old.version <> new.version
BEGIN
    UPDATE delivery_counts SET rows = rows - 1 WHERE state = old.state AND old.version <> 'Notice';
    INSERT INTO delivery_counts (state, rows) SELECT new.state, 1 WHERE new.version <> 'Notice'
    ON CONFLICT (state) DO UPDATE SET rows = rows + 1;
END;

-- Up to which version of each stream the rows are made.
CREATE TABLE projected (
    stream  TEXT    NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
