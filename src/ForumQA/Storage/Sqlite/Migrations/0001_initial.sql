CREATE TABLE manifest (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Rises with every write, so that readers know when what they hold in memory is out of date. Starts at the time in milliseconds, where no index that was here before can have come: one that is deleted and made anew is told from it.
INSERT INTO manifest (key, value) VALUES ('generation', CAST(CAST(unixepoch('subsec') * 1000 AS INTEGER) AS TEXT));

CREATE TABLE documents (
    id               INTEGER PRIMARY KEY,
    document_id      TEXT    NOT NULL UNIQUE,
    title            TEXT    NOT NULL,
    uri              TEXT    NOT NULL,
    text             TEXT    NOT NULL,
    metadata         TEXT    NOT NULL,           -- JSON object of strings
    headings         TEXT    NOT NULL,           -- JSON array of {start, end, level, title}
    pages            TEXT    NOT NULL,           -- JSON array of {start, number}
    content_hash     TEXT    NOT NULL,           -- SHA-256 of text
    source_hash      TEXT    NOT NULL,           -- SHA-256 of the file and of the settings it was read with
    source_length    INTEGER NOT NULL,           -- bytes
    source_modified  INTEGER NOT NULL,           -- UTC, in 100 ns ticks
    indexed_at       TEXT    NOT NULL            -- ISO 8601, UTC
);

CREATE TABLE passages (
    id          INTEGER PRIMARY KEY,
    passage_id  TEXT    NOT NULL UNIQUE,
    document    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    start       INTEGER NOT NULL,                -- UTF-16 code units into documents.text
    "end"       INTEGER NOT NULL,
    text        TEXT    NOT NULL,
    heading     TEXT,
    page        INTEGER,
    UNIQUE (document, ordinal)
);

-- Contentless: the words of a passage are kept once, in passages.text. What is indexed are stems (ForumQA.Text.Tokenizer), parted by
-- blanks, so that question and passage are read by the same rules and Chinese and Japanese are found by pairs of characters. The
-- ascii tokenizer takes every character beyond ASCII as part of a word, so a stem stays whole.
CREATE VIRTUAL TABLE passage_words USING fts5 (
    title, heading, body,
    content = '', contentless_delete = 1,
    tokenize = 'ascii'
);

CREATE VIRTUAL TABLE passage_vocabulary USING fts5vocab (passage_words, 'row');

-- The same words before stemming, each once a passage: what misspelled words of a question are compared with.
CREATE VIRTUAL TABLE passage_spellings USING fts5 (
    words,
    content = '', contentless_delete = 1, detail = 'none',
    tokenize = 'ascii'
);

CREATE VIRTUAL TABLE spelling_vocabulary USING fts5vocab (passage_spellings, 'row');

-- "Regional Comprehensive Economic Partnership (RCEP)"
CREATE TABLE acronyms (
    passage   INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
    acronym   TEXT    NOT NULL,                  -- as written
    expansion TEXT    NOT NULL                   -- its words in lower case, parted by blanks
);

CREATE INDEX acronyms_by_acronym ON acronyms (acronym);
CREATE INDEX acronyms_by_expansion ON acronyms (expansion);
CREATE INDEX acronyms_by_passage ON acronyms (passage);

CREATE TABLE vectors (
    passage INTEGER PRIMARY KEY REFERENCES passages (id) ON DELETE CASCADE,
    vector  BLOB NOT NULL                        -- little-endian 32-bit floats
);

-- Deleting a document cascades to its passages, and from there to their words.
CREATE TRIGGER passages_deleted AFTER DELETE ON passages BEGIN
    DELETE FROM passage_words WHERE rowid = old.id;
    DELETE FROM passage_spellings WHERE rowid = old.id;
END;
