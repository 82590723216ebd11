/**
 * Passages that the user keeps for other policies. Unlike versions they can be changed and deleted; a deleted one comes back under its id
 * when the deletion is undone.
 */
export const clauses = `
CREATE TABLE clause (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(name) > 0),
  -- a JSON list
  tags TEXT NOT NULL,
  text TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
`;
