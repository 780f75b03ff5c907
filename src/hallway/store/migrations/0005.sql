-- Addresses and numbers are looked up as keys, never by their words: the full-text index need not have them (`plain = 2`).
DROP TRIGGER passage_added;
DROP TRIGGER passage_removed;
DROP TRIGGER passage_changed;
CREATE TRIGGER passage_added AFTER INSERT ON passage WHEN new.plain < 2 BEGIN
    INSERT INTO passage_words (rowid, text, before, after) VALUES (new.id, new.text, new.before, new.after);
END;
CREATE TRIGGER passage_removed AFTER DELETE ON passage WHEN old.plain < 2 BEGIN
    INSERT INTO passage_words (passage_words, rowid, text, before, after)
    VALUES ('delete', old.id, old.text, old.before, old.after);
END;
CREATE TRIGGER passage_changed AFTER UPDATE OF text, before, after ON passage WHEN old.plain < 2 BEGIN
    INSERT INTO passage_words (passage_words, rowid, text, before, after)
    VALUES ('delete', old.id, old.text, old.before, old.after);
    INSERT INTO passage_words (rowid, text, before, after) VALUES (new.id, new.text, new.before, new.after);
END;
