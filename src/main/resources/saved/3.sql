-- A note is read by its owner alone unless the owner shares it; notes written before there was a choice stay private.
ALTER TABLE saved_search ADD COLUMN note_shared INTEGER NOT NULL DEFAULT 0 CHECK (note_shared IN (0, 1));
-- What counts as new is counted from here: until now from the last visit, from now on from when the owner dismissed it.
ALTER TABLE saved_search ADD COLUMN seen INTEGER;
ALTER TABLE saved_search ADD COLUMN seen_as_of INTEGER;
UPDATE saved_search SET seen = opened, seen_as_of = opened_as_of;
