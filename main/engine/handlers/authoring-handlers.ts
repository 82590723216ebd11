import { fail, ok } from '../../../shared/model/result.ts';
import { normaliseText } from '../../../shared/model/text.ts';
import type { Handlers } from '../engine-context.ts';
import { missing } from '../missing.ts';
import { readStandardClauses, readTemplates } from '../read-templates.ts';
import { deleteClause, isClauseNameTaken, listClauses, saveClause } from '../store/clauses.ts';
import { loadHouseProfile, saveHouseProfile } from '../store/house-profile.ts';

/** Requests about what texts are written from and held to: templates, clauses and the house profile. */
export const authoringHandlers = {
  'template.list': ({ resourcesDir }) => ok(readTemplates(resourcesDir)),

  'clause.list': ({ connection, resourcesDir }) =>
    ok([...listClauses(connection), ...readStandardClauses(resourcesDir)]),

  'clause.save': ({ connection, emit }, { id, name, tags, text }) => {
    const clause = { id, name: name.trim(), tags: tidyTags(tags), text: normaliseText(text).trim() };
    if (!clause.name) return fail('bad-request', 'A clause needs a name.');
    if (!clause.text) return fail('bad-request', 'A clause needs a text.');
    if (isClauseNameTaken(connection, clause.name, id))
      return fail('exists', `There is a clause named "${clause.name}" already.`);
    const saved = saveClause(connection, clause);
    emit('clauses.changed', {});
    return ok({ id: saved });
  },

  'clause.delete': ({ connection, emit }, { id }) => {
    if (!deleteClause(connection, id)) return missing('clause', id);
    emit('clauses.changed', {});
    return ok(null);
  },

  'profile.get': ({ connection }) => ok(loadHouseProfile(connection)),

  'profile.set': ({ connection, emit }, { profile }) => {
    saveHouseProfile(connection, profile);
    emit('profile.changed', { profile });
    return ok(null);
  },
} satisfies Partial<Handlers>;

/** Each tag once, without white space around it. */
function tidyTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))];
}
