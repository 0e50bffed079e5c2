CREATE TABLE conversations (
    id      TEXT    PRIMARY KEY,
    title   TEXT,                                -- the first question; null before it
    created INTEGER NOT NULL,                    -- milliseconds since 1970, UTC
    updated INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX conversations_by_updated ON conversations (updated);

CREATE TABLE answers (
    sequence     INTEGER PRIMARY KEY AUTOINCREMENT,
    id           TEXT    NOT NULL UNIQUE,
    conversation TEXT    REFERENCES conversations (id) ON DELETE CASCADE,
    created      INTEGER NOT NULL,
    question     TEXT    NOT NULL,
    answer       TEXT,                           -- its sentences as one text; null when nothing was found
    json         TEXT    NOT NULL                -- as it was given
);

CREATE INDEX answers_by_conversation ON answers (conversation, sequence);
CREATE INDEX answers_by_created ON answers (created);
