-- What was done, so that it can be undone. Every fact belongs to one action.
CREATE TABLE action (
    id INTEGER PRIMARY KEY,
    verb TEXT NOT NULL,
    summary TEXT NOT NULL,
    at TEXT NOT NULL,
    undone_at TEXT
);

-- Texts as they were given, verbatim, for ever. Offsets everywhere are code points into `text`.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    author TEXT,
    written TEXT,
    text TEXT NOT NULL
);

-- The nouns. `folded` is the name for comparison; names shown are derived from the facts.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action,
    name TEXT NOT NULL
);
CREATE TABLE organization (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action,
    name TEXT NOT NULL,
    folded TEXT NOT NULL
);
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action,
    name TEXT NOT NULL,
    series TEXT,
    edition TEXT,
    place TEXT,
    start TEXT,
    "end" TEXT,
    my_role TEXT,
    written TEXT
);
CREATE TABLE team (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    series TEXT
);

CREATE TABLE fact (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action,
    source_id INTEGER NOT NULL REFERENCES source,
    kind TEXT NOT NULL,
    confidence REAL NOT NULL
);

-- The sentences that facts rest on: what recall searches and what every answer can show. `before` and `after` are
-- the words around them in the same paragraph. Ids are never used twice, so that an index in memory stays right.
CREATE TABLE passage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES source,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    UNIQUE (source_id, start, "end")
);
CREATE TABLE evidence (
    fact_id INTEGER NOT NULL REFERENCES fact ON DELETE CASCADE,
    passage_id INTEGER NOT NULL REFERENCES passage,
    PRIMARY KEY (fact_id, passage_id)
) WITHOUT ROWID;

-- One table a kind of fact.
CREATE TABLE name (
    fact_id INTEGER NOT NULL REFERENCES fact ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    fullest INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL
);
CREATE TABLE organization_name (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    organization_id INTEGER NOT NULL REFERENCES organization
);
CREATE TABLE event_detail (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    event_id INTEGER NOT NULL REFERENCES event,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    series TEXT,
    series_folded TEXT,
    edition TEXT,
    place TEXT,
    start TEXT,
    "end" TEXT,
    my_role TEXT
);
CREATE TABLE organizer (
    fact_id INTEGER NOT NULL REFERENCES fact ON DELETE CASCADE,
    event_id INTEGER NOT NULL REFERENCES event,
    person_id INTEGER REFERENCES person,
    organization_id INTEGER REFERENCES organization
);
CREATE TABLE encounter (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person,
    kind TEXT NOT NULL,
    event_id INTEGER REFERENCES event,
    via_id INTEGER REFERENCES person,
    "when" TEXT
);
CREATE TABLE role (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person,
    event_id INTEGER NOT NULL REFERENCES event,
    role TEXT,
    status TEXT
);
CREATE TABLE affiliation (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person,
    organization_id INTEGER NOT NULL REFERENCES organization,
    role TEXT,
    since TEXT,
    until TEXT
);
CREATE TABLE team_name (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    team_id INTEGER NOT NULL REFERENCES team,
    event_id INTEGER REFERENCES event
);
CREATE TABLE membership (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    team_id INTEGER NOT NULL REFERENCES team,
    person_id INTEGER REFERENCES person,
    role TEXT,
    since TEXT,
    until TEXT,
    change TEXT
);
CREATE TABLE following (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person,
    words TEXT NOT NULL,
    since TEXT
);
CREATE TABLE relation (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person,
    words TEXT NOT NULL
);
CREATE TABLE need (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person,
    kind TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE TABLE outcome (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    person_id INTEGER REFERENCES person,
    words TEXT NOT NULL,
    lag TEXT,
    "when" TEXT
);
CREATE TABLE clip (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    kind TEXT NOT NULL,
    maker_id INTEGER REFERENCES person,
    event_id INTEGER REFERENCES event
);
CREATE TABLE clip_person (
    fact_id INTEGER NOT NULL REFERENCES clip (fact_id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person
);
CREATE TABLE topic (
    fact_id INTEGER PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    words TEXT NOT NULL
);

CREATE INDEX fact_action ON fact (action_id);
CREATE INDEX fact_source ON fact (source_id);
CREATE INDEX evidence_passage ON evidence (passage_id);
CREATE INDEX name_folded ON name (folded, fullest, person_id);
CREATE INDEX name_person ON name (person_id, fullest, length(text) - length(replace(text, ' ', '')) DESC);
CREATE INDEX name_fact ON name (fact_id);
CREATE INDEX person_action ON person (action_id);
CREATE INDEX organization_folded ON organization (folded);
CREATE INDEX organization_name_organization ON organization_name (organization_id);
CREATE INDEX event_detail_event ON event_detail (event_id);
CREATE INDEX event_detail_folded ON event_detail (folded, event_id);
CREATE INDEX event_detail_series ON event_detail (series_folded, event_id);
CREATE INDEX team_folded ON team (folded);
CREATE INDEX organizer_fact ON organizer (fact_id);
CREATE INDEX organizer_event ON organizer (event_id);
CREATE INDEX organizer_person ON organizer (person_id);
CREATE INDEX encounter_person ON encounter (person_id);
CREATE INDEX encounter_event ON encounter (event_id);
CREATE INDEX encounter_via ON encounter (via_id) WHERE via_id IS NOT NULL;
CREATE INDEX role_person ON role (person_id);
CREATE INDEX role_event ON role (event_id);
CREATE INDEX affiliation_person ON affiliation (person_id);
CREATE INDEX affiliation_organization ON affiliation (organization_id);
CREATE INDEX membership_team ON membership (team_id);
CREATE INDEX membership_person ON membership (person_id);
CREATE INDEX following_person ON following (person_id);
CREATE INDEX relation_person ON relation (person_id);
CREATE INDEX need_person ON need (person_id);
CREATE INDEX outcome_person ON outcome (person_id);
CREATE INDEX clip_maker ON clip (maker_id);
CREATE INDEX clip_person_fact ON clip_person (fact_id);
CREATE INDEX clip_person_person ON clip_person (person_id);
CREATE INDEX team_name_team ON team_name (team_id);

-- How many names were ever removed, so that whoever holds names in memory notices.
CREATE TABLE removal (
    names INTEGER NOT NULL
);
INSERT INTO removal VALUES (0);
CREATE TRIGGER name_removed AFTER DELETE ON name BEGIN
    UPDATE removal SET names = names + 1;
END;

-- Words: a full-text index over the passages and what stands around them.
CREATE VIRTUAL TABLE passage_words USING fts5 (
    text, before, after, content = 'passage', content_rowid = 'id', detail = 'column',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
    INSERT INTO passage_words (rowid, text, before, after) VALUES (new.id, new.text, new.before, new.after);
END;
CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN
    INSERT INTO passage_words (passage_words, rowid, text, before, after)
    VALUES ('delete', old.id, old.text, old.before, old.after);
END;
CREATE TRIGGER passage_changed AFTER UPDATE OF text, before, after ON passage BEGIN
    INSERT INTO passage_words (passage_words, rowid, text, before, after)
    VALUES ('delete', old.id, old.text, old.before, old.after);
    INSERT INTO passage_words (rowid, text, before, after) VALUES (new.id, new.text, new.before, new.after);
END;

-- Meaning: one vector a passage, filled in order of the ids after the words are safe. `sign` holds only the signs of the
-- same vectors, so that an index over all of them opens by reading an eighth.
CREATE TABLE vector (
    passage_id INTEGER PRIMARY KEY REFERENCES passage ON DELETE CASCADE,
    codes BLOB NOT NULL
);
CREATE TABLE sign (
    passage_id INTEGER PRIMARY KEY REFERENCES passage ON DELETE CASCADE,
    bits BLOB NOT NULL
);
