-- The file of a clip that was attached: a photo or a recording, without what devices write into it beside it. `small` is a
-- small JPEG of a picture; `place` is where it was taken, only where that was kept on purpose.
CREATE TABLE clip_file (
    fact_id INTEGER PRIMARY KEY REFERENCES clip (fact_id) ON DELETE CASCADE,
    type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    small BLOB,
    width INTEGER,
    height INTEGER,
    place TEXT
);
CREATE INDEX clip_event ON clip (event_id) WHERE event_id IS NOT NULL;
