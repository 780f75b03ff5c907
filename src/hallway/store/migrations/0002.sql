-- Who is who. A row of `person` is a record: what one text or card called somebody. Records of one person are linked by
-- verdicts; the first of them is the head under which all are shown. `record_id` beside `person_id` says to which record a
-- fact came, and never changes (no foreign key, which would want an index of its own in every table); `person_id` is that record's head, worked out again after each merge, split and undo.
ALTER TABLE person ADD COLUMN head_id INTEGER;
CREATE INDEX person_head ON person (head_id) WHERE head_id IS NOT NULL;
ALTER TABLE name ADD COLUMN record_id INTEGER;
ALTER TABLE organizer ADD COLUMN record_id INTEGER;
ALTER TABLE encounter ADD COLUMN record_id INTEGER;
ALTER TABLE encounter ADD COLUMN via_record_id INTEGER;
ALTER TABLE role ADD COLUMN record_id INTEGER;
ALTER TABLE affiliation ADD COLUMN record_id INTEGER;
ALTER TABLE membership ADD COLUMN record_id INTEGER;
ALTER TABLE following ADD COLUMN record_id INTEGER;
ALTER TABLE relation ADD COLUMN record_id INTEGER;
ALTER TABLE need ADD COLUMN record_id INTEGER;
ALTER TABLE outcome ADD COLUMN record_id INTEGER;
ALTER TABLE clip ADD COLUMN maker_record_id INTEGER;
ALTER TABLE clip_person ADD COLUMN record_id INTEGER;
UPDATE name SET record_id = person_id;
UPDATE organizer SET record_id = person_id;
UPDATE encounter SET record_id = person_id, via_record_id = via_id;
UPDATE role SET record_id = person_id;
UPDATE affiliation SET record_id = person_id;
UPDATE membership SET record_id = person_id;
UPDATE following SET record_id = person_id;
UPDATE relation SET record_id = person_id;
UPDATE need SET record_id = person_id;
UPDATE outcome SET record_id = person_id;
UPDATE clip SET maker_record_id = maker_id;
UPDATE clip_person SET record_id = person_id;

-- What I decided about two records: `same`, `different` or `later`. `ended_by` is the action that took a verdict back.
CREATE TABLE verdict (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action,
    a INTEGER NOT NULL REFERENCES person,
    b INTEGER NOT NULL REFERENCES person,
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'later')),
    ended_by INTEGER REFERENCES action,
    CHECK (a < b)
);
CREATE INDEX verdict_a ON verdict (a);
CREATE INDEX verdict_b ON verdict (b);
CREATE INDEX verdict_action ON verdict (action_id);
CREATE INDEX verdict_ended ON verdict (ended_by) WHERE ended_by IS NOT NULL;

-- What I said instead of what a text was read to say. `old` and `new` are values of `field`; no `new` means it is not so.
CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action,
    record_id INTEGER NOT NULL REFERENCES person,
    field TEXT NOT NULL,
    event_id INTEGER REFERENCES event,
    old TEXT,
    new TEXT
);
CREATE INDEX correction_action ON correction (action_id);
CREATE INDEX correction_record ON correction (record_id);

-- Facts that a later action set aside, whole, as JSON by table; undoing that action brings them back as they were.
CREATE TABLE attic (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action,
    fact_action_id INTEGER NOT NULL REFERENCES action,
    rows TEXT NOT NULL
);
CREATE INDEX attic_action ON attic (action_id);
CREATE INDEX attic_fact_action ON attic (fact_action_id);
-- The nouns that they are about, which have to stay while they are away.
CREATE TABLE attic_noun (
    attic_id INTEGER NOT NULL REFERENCES attic ON DELETE CASCADE,
    noun TEXT NOT NULL,
    noun_id INTEGER NOT NULL
);
CREATE INDEX attic_noun_id ON attic_noun (noun_id, noun);
CREATE INDEX attic_noun_attic ON attic_noun (attic_id);

ALTER TABLE source ADD COLUMN original BLOB;
ALTER TABLE source ADD COLUMN place TEXT;
-- Whether somebody was forgotten in it: their words are blocked out, and it is never read again.
ALTER TABLE source ADD COLUMN redacted INTEGER NOT NULL DEFAULT 0;
CREATE INDEX source_kind ON source (kind);

-- Addresses and everything else that stays when names change. `folded` is the form in which equal keys are equal.
CREATE TABLE key (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person,
    record_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    folded TEXT NOT NULL
);
CREATE INDEX key_folded ON key (folded, kind);
CREATE INDEX key_person ON key (person_id);
CREATE TABLE detail (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person,
    record_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    "when" TEXT
);
CREATE INDEX detail_person ON detail (person_id);
CREATE TABLE post (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person,
    record_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    url TEXT,
    "when" TEXT
);
CREATE INDEX post_person ON post (person_id);
CREATE INDEX post_url ON post (url);

-- Programmes: talks and who held them.
CREATE TABLE talk (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    event_id INTEGER NOT NULL REFERENCES event,
    title TEXT NOT NULL,
    start TEXT,
    minutes INTEGER,
    room TEXT,
    track TEXT,
    url TEXT,
    key TEXT
);
CREATE INDEX talk_event ON talk (event_id);
CREATE INDEX talk_key ON talk (key) WHERE key IS NOT NULL;
CREATE TABLE talk_person (
    fact_id INTEGER NOT NULL REFERENCES talk (fact_id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person,
    record_id INTEGER NOT NULL
);
CREATE INDEX talk_person_fact ON talk_person (fact_id);
CREATE INDEX talk_person_person ON talk_person (person_id);

ALTER TABLE event_detail ADD COLUMN within_id INTEGER REFERENCES event;
ALTER TABLE event_detail ADD COLUMN url TEXT;
ALTER TABLE event_detail ADD COLUMN key TEXT;
ALTER TABLE event ADD COLUMN within_id INTEGER REFERENCES event;
ALTER TABLE event ADD COLUMN url TEXT;
CREATE INDEX event_detail_key ON event_detail (key) WHERE key IS NOT NULL;
CREATE INDEX event_detail_within ON event_detail (within_id) WHERE within_id IS NOT NULL;

-- Feeds as they were last fetched: not facts, only what makes the next fetch polite.
CREATE TABLE feed (
    url TEXT PRIMARY KEY,
    title TEXT,
    etag TEXT,
    modified TEXT,
    checked_at TEXT,
    changed_at TEXT,
    next_at TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    problem TEXT
);

-- Small things to remember from one time to the next: which column of a CSV is what, parameters of the ties.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Copies that were made of this memory, so that `forget` can say which of them still hold somebody.
CREATE TABLE copy (
    path TEXT NOT NULL,
    at TEXT NOT NULL,
    what TEXT NOT NULL
);

-- Whoever holds names in memory notices that they came to mean somebody else.
CREATE TRIGGER name_moved AFTER UPDATE OF person_id ON name WHEN old.person_id != new.person_id BEGIN
    UPDATE removal SET names = names + 1;
END;

-- Lines of an address book are found by their words and keys; only what somebody tells is given a meaning, too.
ALTER TABLE passage ADD COLUMN plain INTEGER NOT NULL DEFAULT 0;
CREATE INDEX passage_meant ON passage (id) WHERE plain = 0;
