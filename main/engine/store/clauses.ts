import type { OwnClause } from '../../../shared/model/clause.ts';
import type { Connection } from './connection.ts';

interface ClauseRow {
  readonly id: number;
  readonly name: string;
  readonly tags: string;
  readonly text: string;
  readonly savedAt: string;
}

/** What is kept of a clause; `id` names one that is there, or one that was deleted and comes back. */
export interface ClauseDetails {
  readonly id: number | null;
  readonly name: string;
  readonly tags: readonly string[];
  readonly text: string;
}

/** The clauses that the user keeps, by name. */
export function listClauses(connection: Connection): readonly OwnClause[] {
  return connection
    .sql<ClauseRow>('SELECT id, name, tags, text, saved_at AS savedAt FROM clause ORDER BY name, id')
    .all()
    .map(({ tags, ...row }) => ({ ...row, origin: 'own', tags: readTags(tags) }));
}

/** True if another clause than `id` has the name, however its letters are cased. */
export function isClauseNameTaken(connection: Connection, name: string, id: number | null): boolean {
  return connection.sql('SELECT 1 FROM clause WHERE name = ? AND id IS NOT ?').get(name, id) !== undefined;
}

/** Keeps a clause, new or in the place of the one with its id; durable when it returns. */
export function saveClause(connection: Connection, { id, name, tags, text }: ClauseDetails): number {
  return connection.write(() =>
    Number(
      connection
        .sql(
          `INSERT INTO clause (id, name, tags, text, saved_at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET name = excluded.name, tags = excluded.tags, text = excluded.text,
             saved_at = excluded.saved_at
           RETURNING id`,
        )
        .pluck()
        .get(id, name, JSON.stringify(tags), text, new Date().toISOString()),
    ),
  );
}

/** Deletes a clause; false when there is none with this id. */
export function deleteClause(connection: Connection, id: number): boolean {
  return connection.write(() => connection.sql('DELETE FROM clause WHERE id = ?').run(id).changes > 0);
}

/** Written by `saveClause` alone. */
function readTags(json: string): readonly string[] {
  const tags: unknown = JSON.parse(json);
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}
