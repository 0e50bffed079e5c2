ALTER TABLE conversations ADD COLUMN owner text COLLATE "C";     -- the key that began it; null for nobody's: begun without a key, or before this
ALTER TABLE conversations ADD COLUMN binding text COLLATE "C";   -- what that key is bound to; null for nothing
ALTER TABLE answers ADD COLUMN owner text COLLATE "C";           -- as its conversation's, else the key that asked

CREATE INDEX conversations_by_owner ON conversations (owner, updated);
