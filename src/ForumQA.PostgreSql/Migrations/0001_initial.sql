-- Texts are compared by their bytes (COLLATE "C"), as SQLite does, so that both engines order alike. Rows get their numbers from the one writer there is at a time.
CREATE TABLE manifest (
    key   text COLLATE "C" PRIMARY KEY,
    value text NOT NULL
);

-- Rises with every write, so that readers know when what they hold in memory is out of date. Starts at the time in milliseconds, where no index that was here before can have come: one that is deleted and made anew is told from it.
INSERT INTO manifest (key, value) VALUES ('generation', CAST(CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS TEXT));

-- Over all passages, so that no question has to count them.
CREATE TABLE statistics (
    passages bigint NOT NULL,
    words    bigint NOT NULL                         -- the lengths of all passages together
);

INSERT INTO statistics (passages, words) VALUES (0, 0);

CREATE TABLE documents (
    id              bigint PRIMARY KEY,
    document_id     text COLLATE "C" NOT NULL UNIQUE,
    title           text   NOT NULL,
    uri             text   NOT NULL,
    text            text   NOT NULL,
    metadata        text   NOT NULL,                 -- JSON object of strings
    headings        text   NOT NULL,                 -- JSON array of {start, end, level, title}
    pages           text   NOT NULL,                 -- JSON array of {start, number}
    content_hash    text   NOT NULL,                 -- SHA-256 of text
    source_hash     text   NOT NULL,                 -- SHA-256 of the file and of the settings it was read with
    source_length   bigint NOT NULL,                 -- bytes
    source_modified bigint NOT NULL,                 -- UTC, in 100 ns ticks
    indexed_at      text   NOT NULL                  -- ISO 8601, UTC
);

CREATE TABLE passages (
    id         bigint PRIMARY KEY,
    passage_id text COLLATE "C" NOT NULL UNIQUE,
    document   bigint  NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal    integer NOT NULL,
    start      integer NOT NULL,                     -- UTF-16 code units into documents.text
    "end"      integer NOT NULL,
    text       text COLLATE "C" NOT NULL,
    heading    text COLLATE "C",
    page       integer,
    words      integer NOT NULL,                     -- the stems of title, heading and text: its length for BM25
    UNIQUE (document, ordinal)
);

-- Which passages have a term, 512 passages a row (block = passage / 512), in ascending order. A question's term is a few rows read in one go,
-- a new passage is appended to its terms' last rows.
CREATE TABLE postings (
    kind     smallint NOT NULL,                      -- 0: stems, 1: words as they are spelled
    term     text COLLATE "C" NOT NULL,
    block    integer NOT NULL,
    postings bytea   NOT NULL,                       -- of each passage % 512 and, of stems, how often it is there and the passage's length (16 bits each, little-endian)
    PRIMARY KEY (kind, term, block)
);

ALTER TABLE postings ALTER COLUMN postings SET STORAGE PLAIN;

CREATE INDEX postings_by_block ON postings (block);

-- "Regional Comprehensive Economic Partnership (RCEP)". Hashes, because a text may be longer than a B-tree takes.
CREATE TABLE acronyms (
    passage   bigint NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
    acronym   text COLLATE "C" NOT NULL,             -- as written
    expansion text COLLATE "C" NOT NULL              -- its words in lower case, parted by blanks
);

CREATE INDEX acronyms_by_acronym ON acronyms USING hash (acronym);
CREATE INDEX acronyms_by_expansion ON acronyms USING hash (expansion);
CREATE INDEX acronyms_by_passage ON acronyms (passage);

-- The metadata once more, a row for each value, so that a filter finds its documents without reading them all.
CREATE TABLE document_metadata (
    document bigint NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    name     text COLLATE "C" NOT NULL,              -- ASCII letters in lower case
    value    text COLLATE "C" NOT NULL
);

CREATE INDEX document_metadata_by_name ON document_metadata USING hash (name);
CREATE INDEX document_metadata_by_document ON document_metadata (document);

CREATE TABLE passage_vectors (
    document      bigint PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    first_passage bigint  NOT NULL,                  -- passages.id of the first; the others follow it without a gap
    passages      integer NOT NULL,                  -- how many
    written       bigint  NOT NULL,                  -- the generation that wrote it: readers read again only what has changed
    vectors       bytea   NOT NULL                   -- of each a scale (32-bit float, little-endian) and a signed byte a dimension
);

CREATE TABLE sentence_vectors (
    passage bigint PRIMARY KEY REFERENCES passages (id) ON DELETE CASCADE,
    spans   bytea NOT NULL,                          -- of each start and end in the passage (32-bit, little-endian; UTF-16 code units)
    vectors bytea NOT NULL                           -- as above
);

-- Bytes of vectors do not become fewer.
ALTER TABLE passage_vectors ALTER COLUMN vectors SET STORAGE EXTERNAL;
ALTER TABLE sentence_vectors ALTER COLUMN vectors SET STORAGE EXTERNAL;

-- Who and what the documents mention, and where. A document without a row here has not been read yet.
CREATE TABLE mention_versions (
    document bigint PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    version  integer NOT NULL                        -- of the extractor that read it
);

CREATE TABLE names (
    id            bigint PRIMARY KEY,
    document      bigint  NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    kind          integer NOT NULL,                  -- ForumQA.Text.Mentions.MentionKind
    key           text COLLATE "C" NOT NULL,         -- folded, words parted by blanks
    name          text    NOT NULL,
    details       text    NOT NULL,                  -- JSON array of strings
    organizations text    NOT NULL,                  -- JSON array of keys: tells people of one name apart
    aliases       text    NOT NULL,                  -- JSON array of strings
    first         integer NOT NULL,                  -- where it stands first
    places        integer NOT NULL                   -- in how many places
);

CREATE INDEX names_by_kind ON names (kind);
CREATE INDEX names_by_key ON names USING hash (key);
CREATE INDEX names_by_document ON names (document);

-- The words of names and aliases, for finding the names that a question holds.
CREATE TABLE name_words (
    word text COLLATE "C" NOT NULL,                  -- folded
    kind integer NOT NULL,
    key  text COLLATE "C" NOT NULL,
    name bigint  NOT NULL REFERENCES names (id) ON DELETE CASCADE
);

CREATE INDEX name_words_by_word ON name_words USING hash (word);
CREATE INDEX name_words_by_name ON name_words (name);

CREATE TABLE mentions (
    id             bigint PRIMARY KEY,
    name           bigint  NOT NULL REFERENCES names (id) ON DELETE CASCADE,
    start          integer NOT NULL,                 -- UTF-16 code units into documents.text, as are the next three
    "end"          integer NOT NULL,
    sentence_start integer NOT NULL,
    sentence_end   integer NOT NULL,
    detail         text,
    ordinal        integer,
    count          integer
);

CREATE INDEX mentions_by_name ON mentions (name);

-- Files whose content could not be read, so that the next run neither reads them again nor complains anew.
CREATE TABLE unreadable_files (
    document_id     text COLLATE "C" PRIMARY KEY,
    source_length   bigint NOT NULL,
    source_modified bigint NOT NULL,                 -- ticks, UTC
    settings        text   NOT NULL,                 -- what the reading depended on; with other settings the file is tried again
    reason          text   NOT NULL
);
