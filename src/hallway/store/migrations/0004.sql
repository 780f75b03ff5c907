-- What came from a browser: its id is made there, so that what is sent twice is kept once. No words stand here; those are
-- the source's.
CREATE TABLE capture (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    action_id INTEGER REFERENCES action
) WITHOUT ROWID;

-- Who may come in through a browser or a program. Only digests are kept: SHA-256 of secrets, scrypt of the pass-phrase.
-- `scopes` are words. None of it leaves with an archive.
CREATE TABLE pass (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('link', 'session', 'token', 'phrase')),
    digest TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    scopes TEXT NOT NULL,
    made_at TEXT NOT NULL,
    seen_at TEXT,
    ends_at TEXT NOT NULL
);

-- Today's encounters and the events around a day.
CREATE INDEX encounter_when ON encounter ("when") WHERE "when" IS NOT NULL;
CREATE INDEX event_start ON event (start) WHERE start IS NOT NULL;
CREATE INDEX source_noted ON source (written) WHERE kind = 'note';
