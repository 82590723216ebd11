/**
 * Companies, policies, their append-only versions and the one draft of each. A version's text is apart from its entry so that lists never
 * read texts. The triggers are what makes a version immutable for every program that writes through SQLite.
 */
export const versionsAndDrafts = `
CREATE TABLE library (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE company (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE policy (
  id INTEGER PRIMARY KEY,
  company_id INTEGER NOT NULL REFERENCES company (id),
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (company_id, slug)
) STRICT;

CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  policy_id INTEGER NOT NULL REFERENCES policy (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  effective_date TEXT,
  saved_at TEXT NOT NULL,
  author TEXT NOT NULL,
  -- text, or a long text as a zstd frame
  note ANY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('editorial', 'substantive')),
  source TEXT NOT NULL,
  words INTEGER NOT NULL,
  text_hash BLOB NOT NULL CHECK (length(text_hash) = 32),
  previous_hash BLOB,
  entry_hash BLOB NOT NULL CHECK (length(entry_hash) = 32),
  UNIQUE (policy_id, number)
) STRICT;

-- base is null for a key frame; else the version whose text is the dictionary.
CREATE TABLE version_text (
  version_id INTEGER PRIMARY KEY REFERENCES version (id),
  base INTEGER REFERENCES version_text (version_id),
  body BLOB NOT NULL
) STRICT;

CREATE TABLE draft (
  policy_id INTEGER PRIMARY KEY REFERENCES policy (id),
  base_version INTEGER,
  text TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER version_follows BEFORE INSERT ON version
WHEN NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM version WHERE policy_id = NEW.policy_id)
  OR NEW.previous_hash IS NOT (SELECT entry_hash FROM version WHERE policy_id = NEW.policy_id ORDER BY number DESC LIMIT 1)
BEGIN SELECT raise(ABORT, 'a version must follow the newest one'); END;

CREATE TRIGGER version_is_immutable BEFORE UPDATE ON version
BEGIN SELECT raise(ABORT, 'a version cannot be changed'); END;

CREATE TRIGGER version_is_permanent BEFORE DELETE ON version
BEGIN SELECT raise(ABORT, 'a version cannot be deleted'); END;

CREATE TRIGGER version_text_is_immutable BEFORE UPDATE ON version_text
BEGIN SELECT raise(ABORT, 'the text of a version cannot be changed'); END;

CREATE TRIGGER version_text_is_permanent BEFORE DELETE ON version_text
BEGIN SELECT raise(ABORT, 'the text of a version cannot be deleted'); END;
`;
