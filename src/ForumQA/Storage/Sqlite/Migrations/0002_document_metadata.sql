-- The metadata once more, a row for each value, so that a filter finds its documents without reading them all.
CREATE TABLE document_metadata (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    name     TEXT    NOT NULL COLLATE NOCASE,
    value    TEXT    NOT NULL,
    PRIMARY KEY (name, value, document)
) WITHOUT ROWID;

CREATE INDEX document_metadata_by_document ON document_metadata (document);

-- Two names that differ in case only may share a value.
INSERT OR IGNORE INTO document_metadata (document, name, value)
SELECT documents.id, entry.key, entry.value FROM documents, json_each(documents.metadata) AS entry;
