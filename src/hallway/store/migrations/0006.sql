-- On which day each encounter was, as far as anything says (its own day, that of its event, the year in the event's name,
-- the day of the text), and whether a text gives that day; a note is written when it happens. Worked out again by
-- triggers whenever what it rests on changes, so that people come in the order in which they were met without a search.
ALTER TABLE encounter ADD COLUMN day TEXT;
ALTER TABLE encounter ADD COLUMN dated INTEGER NOT NULL DEFAULT 0;
CREATE VIEW encounter_days AS
SELECT encounter.fact_id, coalesce("when", event.start, CASE WHEN length(event.edition) = 4 THEN event.edition END,
    source.written) AS day,
    (coalesce("when", event.start, CASE WHEN length(event.edition) = 4 THEN event.edition END) IS NOT NULL
    OR source.kind = 'note') AS dated
FROM encounter JOIN fact ON fact.id = encounter.fact_id JOIN source ON source.id = fact.source_id
LEFT JOIN event ON event.id = encounter.event_id;
UPDATE encounter SET (day, dated) = (SELECT d.day, d.dated FROM encounter_days AS d WHERE d.fact_id = encounter.fact_id);
CREATE TRIGGER encounter_added AFTER INSERT ON encounter BEGIN
    UPDATE encounter SET (day, dated) = (SELECT d.day, d.dated FROM encounter_days AS d WHERE d.fact_id = new.fact_id)
    WHERE fact_id = new.fact_id;
END;
CREATE TRIGGER encounter_changed AFTER UPDATE OF event_id, "when" ON encounter BEGIN
    UPDATE encounter SET (day, dated) = (SELECT d.day, d.dated FROM encounter_days AS d WHERE d.fact_id = new.fact_id)
    WHERE fact_id = new.fact_id;
END;
CREATE TRIGGER encounter_event_changed AFTER UPDATE OF start, edition ON event
WHEN old.start IS NOT new.start OR old.edition IS NOT new.edition BEGIN
    UPDATE encounter SET (day, dated) = (SELECT d.day, d.dated FROM encounter_days AS d WHERE d.fact_id = encounter.fact_id)
    WHERE event_id = new.id;
END;
CREATE TRIGGER encounter_source_changed AFTER UPDATE OF written, kind ON source
WHEN old.written IS NOT new.written OR old.kind IS NOT new.kind BEGIN
    UPDATE encounter SET (day, dated) = (SELECT d.day, d.dated FROM encounter_days AS d WHERE d.fact_id = encounter.fact_id)
    WHERE fact_id IN (SELECT id FROM fact WHERE source_id = new.id);
END;
CREATE INDEX encounter_day ON encounter (day, fact_id);
CREATE INDEX encounter_kind_day ON encounter (kind, day, fact_id);
DROP INDEX encounter_event;
CREATE INDEX encounter_event ON encounter (event_id, person_id);
DROP INDEX encounter_person;
CREATE INDEX encounter_person ON encounter (person_id, day, event_id);
CREATE INDEX source_written ON source (written, kind);
CREATE INDEX event_detail_name ON event_detail (name);
