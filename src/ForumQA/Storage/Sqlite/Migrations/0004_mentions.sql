-- Who and what the documents mention, and where. IF NOT EXISTS, because other migrations may come to stand before this one.

-- The extractor that read a document's mentions; a document without a row has not been read yet.
CREATE TABLE IF NOT EXISTS mention_versions (
    document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    version  INTEGER NOT NULL
);

-- A name as one document knows it.
CREATE TABLE IF NOT EXISTS names (
    id            INTEGER PRIMARY KEY,
    document      INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    kind          INTEGER NOT NULL,              -- ForumQA.Text.Mentions.MentionKind
    key           TEXT    NOT NULL,              -- folded, words parted by blanks
    name          TEXT    NOT NULL,
    details       TEXT    NOT NULL,              -- JSON array of strings
    organizations TEXT    NOT NULL,              -- JSON array of keys: tells people of one name apart
    aliases       TEXT    NOT NULL,              -- JSON array of strings
    first         INTEGER NOT NULL,              -- where it stands first
    places        INTEGER NOT NULL               -- in how many places
);

CREATE INDEX IF NOT EXISTS names_by_key ON names (kind, key);
CREATE INDEX IF NOT EXISTS names_by_document ON names (document);

-- The words of names and aliases, for finding the names that a question holds.
CREATE TABLE IF NOT EXISTS name_words (
    word TEXT    NOT NULL,                       -- folded
    kind INTEGER NOT NULL,
    key  TEXT    NOT NULL,
    name INTEGER NOT NULL REFERENCES names (id) ON DELETE CASCADE,
    PRIMARY KEY (word, kind, key, name)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS name_words_by_name ON name_words (name);

CREATE TABLE IF NOT EXISTS mentions (
    id             INTEGER PRIMARY KEY,
    name           INTEGER NOT NULL REFERENCES names (id) ON DELETE CASCADE,
    start          INTEGER NOT NULL,             -- UTF-16 code units into documents.text, as are the next three
    "end"          INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end   INTEGER NOT NULL,
    detail         TEXT,
    ordinal        INTEGER,
    count          INTEGER
);

CREATE INDEX IF NOT EXISTS mentions_by_name ON mentions (name);
