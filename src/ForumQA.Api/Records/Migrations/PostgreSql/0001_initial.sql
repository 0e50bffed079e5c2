-- Texts are compared by their bytes (COLLATE "C"), as SQLite does, so that both order and find alike.
CREATE TABLE conversations (
    id      text COLLATE "C" PRIMARY KEY,
    title   text COLLATE "C",                    -- the first question; null before it
    created bigint NOT NULL,                     -- milliseconds since 1970, UTC
    updated bigint NOT NULL
);

CREATE INDEX conversations_by_updated ON conversations (updated);

CREATE TABLE answers (
    sequence     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           text COLLATE "C" NOT NULL UNIQUE,
    conversation text COLLATE "C" REFERENCES conversations (id) ON DELETE CASCADE,
    created      bigint NOT NULL,
    question     text COLLATE "C" NOT NULL,
    answer       text COLLATE "C",               -- its sentences as one text; null when nothing was found
    json         text NOT NULL                   -- as it was given
);

CREATE INDEX answers_by_conversation ON answers (conversation, sequence);
CREATE INDEX answers_by_created ON answers (created);
