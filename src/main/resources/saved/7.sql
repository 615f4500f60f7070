-- Values that were read wrongly and put right by a person. Withdrawn ones are kept, so that it stays known what was shown when; at
-- most one is in force for a value. Several values are on lines of their own.
CREATE TABLE correction (
  id            TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 22),
  owner         TEXT NOT NULL CHECK (length(owner) <= 64),
  determination TEXT NOT NULL CHECK (length(determination) BETWEEN 1 AND 200),
  issue         INTEGER NOT NULL CHECK (issue BETWEEN 0 AND 9999),
  field         TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 40),
  value         TEXT NOT NULL CHECK (length(value) <= 100000),
  read_as       TEXT NOT NULL CHECK (length(read_as) <= 100000),
  reason        TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  made          INTEGER NOT NULL,
  withdrawn     INTEGER,
  seal          TEXT
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX correction_in_force ON correction (determination, issue, field) WHERE withdrawn IS NULL;

CREATE INDEX correction_of_determination ON correction (determination, made);

CREATE INDEX correction_of_owner ON correction (owner, made);
