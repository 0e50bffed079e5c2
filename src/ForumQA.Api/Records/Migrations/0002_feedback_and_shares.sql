ALTER TABLE answers ADD COLUMN helpful INTEGER;      -- 1 or 0; null while nobody has said
ALTER TABLE answers ADD COLUMN comment TEXT;         -- what was said besides
ALTER TABLE answers ADD COLUMN rated INTEGER;        -- milliseconds since 1970, UTC

CREATE INDEX answers_by_rated ON answers (rated) WHERE rated IS NOT NULL;

ALTER TABLE conversations ADD COLUMN share TEXT;     -- names the link by which others may read it; null while there is none

CREATE UNIQUE INDEX conversations_by_share ON conversations (share) WHERE share IS NOT NULL;
