-- Issues set aside: one unnamed tray for each browser, and named folders.
CREATE TABLE folder (
  id           TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 22),
  owner        TEXT NOT NULL CHECK (length(owner) = 64),
  name         TEXT NOT NULL CHECK (length(name) <= 200),
  note         TEXT NOT NULL CHECK (length(note) <= 4000),
  notes_shared INTEGER NOT NULL CHECK (notes_shared IN (0, 1)),
  tray         INTEGER NOT NULL CHECK (tray IN (0, 1)),
  created      INTEGER NOT NULL,
  seal         TEXT
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX folder_tray_of_owner ON folder (owner) WHERE tray = 1;

CREATE INDEX folder_of_owner ON folder (owner, created);

-- "added_as_of": how far the index had come when the issue was added; a determination changed since says so.
CREATE TABLE folder_issue (
  id            TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 22),
  folder        TEXT NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  determination TEXT NOT NULL CHECK (length(determination) BETWEEN 1 AND 200),
  issue         INTEGER NOT NULL CHECK (issue BETWEEN 1 AND 9999),
  note          TEXT NOT NULL CHECK (length(note) <= 4000),
  added         INTEGER NOT NULL,
  added_as_of   INTEGER NOT NULL,
  seal          TEXT,
  UNIQUE (folder, determination, issue)
) STRICT, WITHOUT ROWID;
