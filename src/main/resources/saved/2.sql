-- A digest of the row's other columns, by which a changed bit is noticed that SQLite itself takes for a value.
ALTER TABLE saved_search ADD COLUMN seal TEXT;
