/**
 * What companies and policies were called before, each row as it was until then; never changed, so that an old reference is understood for
 * good. A row of a company has no policy; one of a policy says under which company it stood.
 */
export const formerNames = `
CREATE TABLE former_name (
  id INTEGER PRIMARY KEY,
  company_id INTEGER NOT NULL REFERENCES company (id),
  policy_id INTEGER REFERENCES policy (id),
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  until TEXT NOT NULL
) STRICT;

CREATE TRIGGER former_name_is_immutable BEFORE UPDATE ON former_name
BEGIN SELECT raise(ABORT, 'a former name cannot be changed'); END;

CREATE TRIGGER former_name_is_permanent BEFORE DELETE ON former_name
BEGIN SELECT raise(ABORT, 'a former name cannot be deleted'); END;
`;
