-- What a file calls one of its records, the same in every export: a record that changed replaces what it said before.
ALTER TABLE source ADD COLUMN record TEXT;
CREATE INDEX source_record ON source (record) WHERE record IS NOT NULL;
