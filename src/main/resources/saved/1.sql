-- Times are nanoseconds since 1970-01-01T00:00:00Z. "as_of": how far the index had come at that time.
CREATE TABLE saved_search (
  id            TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 22),
  owner         TEXT NOT NULL CHECK (length(owner) = 64),
  name          TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  note          TEXT NOT NULL CHECK (length(note) <= 4000),
  url           TEXT NOT NULL CHECK (url LIKE '/search%' AND length(url) <= 8000),
  created       INTEGER NOT NULL,
  created_as_of INTEGER NOT NULL,
  opened        INTEGER,
  opened_as_of  INTEGER,
  CHECK ((opened IS NULL) = (opened_as_of IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX saved_search_of_owner ON saved_search (owner, created);
