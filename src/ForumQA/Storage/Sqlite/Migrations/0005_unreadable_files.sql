-- Files whose content could not be read, so that the next run neither reads them again nor complains anew.
CREATE TABLE IF NOT EXISTS unreadable_files (
    document_id     TEXT PRIMARY KEY,
    source_length   INTEGER NOT NULL,
    source_modified INTEGER NOT NULL, -- Ticks, UTC.
    settings        TEXT NOT NULL,    -- What the reading depended on; with other settings the file is tried again.
    reason          TEXT NOT NULL
) WITHOUT ROWID;
