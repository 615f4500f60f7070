-- Folders have addresses too, so an alert is of a saved search or of a folder. SQLite cannot lift a constraint, so the table is made anew.
CREATE TABLE alert_of_subject (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 22),
  owner      TEXT NOT NULL CHECK (length(owner) = 64),
  search     TEXT REFERENCES saved_search (id) ON DELETE CASCADE,
  folder     TEXT REFERENCES folder (id) ON DELETE CASCADE,
  address    TEXT NOT NULL CHECK (length(address) <= 254),
  token      TEXT NOT NULL UNIQUE CHECK (length(token) = 22),
  created    INTEGER NOT NULL,
  confirmed  INTEGER,
  checked    INTEGER NOT NULL,
  sent_as_of INTEGER NOT NULL,
  CHECK ((search IS NULL) <> (folder IS NULL)),
  UNIQUE (search, address),
  UNIQUE (folder, address)
) STRICT, WITHOUT ROWID;

INSERT INTO alert_of_subject (id, owner, search, address, token, created, confirmed, checked, sent_as_of)
SELECT id, owner, search, address, token, created, confirmed, checked, sent_as_of FROM alert;

DROP TABLE alert;

ALTER TABLE alert_of_subject RENAME TO alert;

CREATE INDEX alert_of_owner ON alert (owner);
