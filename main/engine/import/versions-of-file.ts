import { basename } from 'node:path';
import type { TrackedChoice } from '../../../shared/ipc/import-requests.ts';
import type { NewVersion } from '../store/versions.ts';
import type { PolicyDescription } from './describe-policy.ts';
import type { ReadPolicy } from './import-worker.ts';
import type { TrackedChanges } from './tracked-changes.ts';

/** A version that a file holds, apart from where it came from. */
export interface ImportedVersion extends Omit<NewVersion, 'kind' | 'source'> {
  readonly tracked?: 'before' | 'after';
}

/** What a file adds to its policy, oldest first: one version, or those before and after its tracked changes. */
export function versionsOf(
  { file, parsed, description, dateBefore }: ReadPolicy & { readonly file: string },
  choice: TrackedChoice,
): readonly ImportedVersion[] {
  const now = new Date().toISOString();
  const effectiveDate = description.effectiveDate ?? description.archivedOn;
  const note = importNote(file, description);
  if (!parsed.before) return [{ text: parsed.text, effectiveDate, savedAt: now, author: '', note }];
  const { text, changes } = parsed.before;
  const before: ImportedVersion = {
    tracked: 'before',
    text,
    effectiveDate: dateBefore,
    savedAt: earlier(changes.first || now, effectiveDate),
    author: '',
    note: `${note} As it read before its tracked changes.`,
  };
  const after: ImportedVersion = {
    tracked: 'after',
    text: parsed.text,
    effectiveDate,
    savedAt: changes.last || now,
    author: changes.authors.join(', '),
    note: `${note} ${describeChanges(changes)}`,
  };
  return [before, after].filter(({ tracked }) => choice === 'both' || choice === tracked);
}

/** The old text was there before the changes, and before the new one took effect, so that it stands before it in every order of dates. */
function earlier(instant: string, date: string | null): string {
  return date !== null && date < instant.slice(0, 10) ? `${date}T00:00:00.000Z` : instant;
}

function describeChanges({ first, last }: TrackedChanges): string {
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)];
  const when = from === '' ? '' : from === to ? ` of ${from}` : ` of ${from} to ${to}`;
  return `With its tracked changes${when} accepted.`;
}

function importNote(file: string, description: PolicyDescription): string {
  const archived = description.archivedOn ? `, archived on ${description.archivedOn}` : '';
  return `Imported from ${basename(file)}${archived}.`;
}
