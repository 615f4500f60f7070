-- The version of the rule that was in force when the search was saved, by which partial matches are included for plain words; 0 for
-- searches saved before it was kept.
ALTER TABLE saved_search ADD COLUMN widening_rule INTEGER NOT NULL DEFAULT 0;
