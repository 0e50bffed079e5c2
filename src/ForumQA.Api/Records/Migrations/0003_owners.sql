ALTER TABLE conversations ADD COLUMN owner TEXT;     -- the key that began it; null for nobody's: begun without a key, or before this
ALTER TABLE conversations ADD COLUMN binding TEXT;   -- what that key is bound to; null for nothing
ALTER TABLE answers ADD COLUMN owner TEXT;           -- as its conversation's, else the key that asked

CREATE INDEX conversations_by_owner ON conversations (owner, updated);
