-- Addresses that get what is new in a saved search by mail. "sent_as_of": results up to this state of the index were told.
CREATE TABLE alert (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 22),
  owner      TEXT NOT NULL CHECK (length(owner) = 64),
  search     TEXT NOT NULL REFERENCES saved_search (id) ON DELETE CASCADE,
  address    TEXT NOT NULL CHECK (length(address) <= 254),
  token      TEXT NOT NULL UNIQUE CHECK (length(token) = 22),
  created    INTEGER NOT NULL,
  confirmed  INTEGER,
  checked    INTEGER NOT NULL,
  sent_as_of INTEGER NOT NULL,
  UNIQUE (search, address)
) STRICT, WITHOUT ROWID;

CREATE INDEX alert_of_owner ON alert (owner);

-- Mails to send. Written in the transaction that moves "sent_as_of", and kept for a while after sending, to limit confirmations.
CREATE TABLE mail (
  id       TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 22),
  alert    TEXT NOT NULL,
  owner    TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('confirmation', 'digest')),
  address  TEXT NOT NULL,
  subject  TEXT NOT NULL,
  body     TEXT NOT NULL,
  link     TEXT NOT NULL,
  created  INTEGER NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed')),
  attempts INTEGER NOT NULL,
  due      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX mail_due ON mail (state, due);

CREATE INDEX mail_created ON mail (kind, created);
