CREATE TABLE agenda (
    stream  TEXT    NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    due_at  INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX agenda_due ON agenda (due_at, stream, version) WHERE due_at IS NOT NULL;
