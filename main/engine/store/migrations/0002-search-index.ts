/**
 * The search index: each passage that any version holds once, and in which versions of which policy it stands. It can be thrown away and
 * built again from the texts, so it is never part of saving a version. The texts of passages are not stored a second time.
 */
export const searchIndex = `
CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  hash INTEGER NOT NULL UNIQUE,
  -- in UTF-16 units: finds a passage in a text without hashing all of them
  length INTEGER NOT NULL
) STRICT;

-- to_version is null while the newest indexed version still has the passage.
CREATE TABLE passage_range (
  passage_id INTEGER NOT NULL REFERENCES passage (id),
  policy_id INTEGER NOT NULL REFERENCES policy (id),
  from_version INTEGER NOT NULL,
  to_version INTEGER,
  PRIMARY KEY (passage_id, policy_id, from_version)
) STRICT, WITHOUT ROWID;

CREATE TABLE indexed_policy (
  policy_id INTEGER PRIMARY KEY REFERENCES policy (id),
  up_to INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE passage_text USING fts5(text, content = '', tokenize = "unicode61 remove_diacritics 2");
`;
