-- Vectors are kept in bytes, all passages of a document in one row, so that an index of any size is read in few and long pieces.
-- Those of before are made anew by the next run.
DROP TABLE vectors;

CREATE TABLE passage_vectors (
    document      INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    first_passage INTEGER NOT NULL,              -- passages.id of the first; the others follow it without a gap
    passages      INTEGER NOT NULL,              -- how many
    written       INTEGER NOT NULL,              -- the generation that wrote it: readers read again only what has changed
    vectors       BLOB    NOT NULL               -- of each a scale (32-bit float, little-endian) and a signed byte a dimension
);

CREATE TABLE sentence_vectors (
    passage INTEGER PRIMARY KEY REFERENCES passages (id) ON DELETE CASCADE,
    spans   BLOB NOT NULL,                       -- of each start and end in the passage (32-bit, little-endian; UTF-16 code units)
    vectors BLOB NOT NULL                        -- as above
);

DELETE FROM manifest WHERE key = 'dimensions';
