import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../atomic-write.ts';
import type { Connection } from './connection.ts';
import type { Problem } from './verify.ts';

const markSchema = z.object({
  format: z.literal('codicil.mark/1'),
  library: z.string(),
  /** The newest entry of each policy, by id. */
  heads: z.record(z.string(), z.object({ label: z.string(), number: z.number(), entryHash: z.string() })),
});
type Mark = z.infer<typeof markSchema>;

/** How far a library had come, kept outside of it: an old copy put in its place is sound in itself and shows only here. */
export interface HighWaterMark {
  /** What the library has lost since the mark was written; empty when it is as far or further, or there is no mark. */
  findRollback(): readonly Problem[];
  /** Notes how far the library is now. A mark that cannot be written is not worth stopping a save for: false then. */
  advance(): boolean;
}

/** The mark of one library in the file `markFile`. A mark that finds a rollback is kept until `advance` is called. */
export function openHighWaterMark(connection: Connection, markFile: string): HighWaterMark {
  return {
    findRollback: () => findRollback(connection, readMark(markFile)),
    advance() {
      if (!ensureFolder(dirname(markFile))) return false;
      return writeFileAtomically(markFile, `${JSON.stringify(currentMark(connection))}\n`, true).ok;
    },
  };
}

function findRollback(connection: Connection, mark: Mark | null): Problem[] {
  if (!mark || mark.library !== libraryId(connection)) return [];
  return Object.entries(mark.heads).flatMap(([policyId, { label, number, entryHash }]) => {
    const held = connection
      .sql<string>('SELECT lower(hex(entry_hash)) FROM version WHERE policy_id = ? AND number = ?')
      .pluck()
      .get(Number(policyId), number);
    if (held === entryHash) return [];
    const message = held
      ? 'This version is another one than was saved here before: an older copy of the library was put in place and written to.'
      : 'This version was saved here before and is gone: an older copy of the library was put in its place.';
    return [{ place: `${label}@${number}`, message }];
  });
}

function currentMark(connection: Connection): Mark {
  const rows = connection
    .sql<{ policyId: number; label: string; number: number; entryHash: string }>(
      `SELECT policy.id AS policyId, company.slug || '/' || policy.slug AS label, max(number) AS number, lower(hex(entry_hash)) AS entryHash
       FROM version JOIN policy ON policy.id = policy_id JOIN company ON company.id = company_id GROUP BY policy.id`,
    )
    .all();
  const heads = Object.fromEntries(rows.map(({ policyId, ...head }) => [String(policyId), head]));
  return { format: 'codicil.mark/1', library: libraryId(connection), heads };
}

/** Null where there is no mark, or one that cannot be read: then nothing can be said. */
function readMark(file: string): Mark | null {
  try {
    const parsed = markSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}

function ensureFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

function libraryId(connection: Connection): string {
  return String(connection.sql("SELECT value FROM library WHERE key = 'id'").pluck().get());
}
