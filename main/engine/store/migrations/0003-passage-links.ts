/**
 * What the user said about pairs of passages of two policies: that they correspond, or that they do not. A passage is named by its
 * headings (a JSON list) and a hash of its words, so that the word holds through new versions. The policy with the lower id comes first.
 */
export const passageLinks = `
CREATE TABLE passage_link (
  id INTEGER PRIMARY KEY,
  verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'broken')),
  policy_a INTEGER NOT NULL REFERENCES policy (id),
  path_a TEXT NOT NULL,
  hash_a TEXT NOT NULL,
  policy_b INTEGER NOT NULL REFERENCES policy (id),
  path_b TEXT NOT NULL,
  hash_b TEXT NOT NULL,
  CHECK (policy_a < policy_b),
  UNIQUE (policy_a, policy_b, hash_a, hash_b, path_a, path_b)
) STRICT;
`;
