ALTER TABLE answers ADD COLUMN helpful bigint;        -- 1 or 0; null while nobody has said
ALTER TABLE answers ADD COLUMN comment text;          -- what was said besides
ALTER TABLE answers ADD COLUMN rated bigint;          -- milliseconds since 1970, UTC

CREATE INDEX answers_by_rated ON answers (rated) WHERE rated IS NOT NULL;

ALTER TABLE conversations ADD COLUMN share text COLLATE "C";     -- names the link by which others may read it; null while there is none

CREATE UNIQUE INDEX conversations_by_share ON conversations (share) WHERE share IS NOT NULL;
