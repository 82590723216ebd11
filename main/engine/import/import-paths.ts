import { basename } from 'node:path';
import type { ImportedFile, ImportReport } from '../../../shared/ipc/contract.ts';
import { type Failure, ok, type Result } from '../../../shared/model/result.ts';
import { cancelled, type Job } from '../jobs.ts';
import type { Connection } from '../store/connection.ts';
import { addImportedVersion } from './add-version.ts';
import type { GivenNames, PolicyDescription } from './describe-policy.ts';
import type { ReadPolicy } from './import-worker.ts';
import { openFileParser } from './parse-in-child.ts';
import type { ParsedFile } from './parsed-file.ts';
import { walkFiles } from './walk-files.ts';

export interface ImportOptions extends GivenNames {
  /** The effective date of what is imported, for texts that the user knows better. */
  readonly date?: string | undefined;
}

export type ImportProgress = (done: number, total: number, message: string) => void;

interface Candidate {
  readonly file: string;
  readonly parsed: ParsedFile;
  readonly description: PolicyDescription;
}

/**
 * Imports files and folders: each file parsed in a process of its own, then the texts of one policy appended in order of their dates.
 * Stopping leaves what was added so far; importing again adds the rest and nothing twice.
 */
export async function importPaths(
  connection: Connection,
  job: Job,
  paths: readonly string[],
  options: ImportOptions,
  progress: ImportProgress,
): Promise<Result<ImportReport>> {
  const found = walkFiles(paths);
  const reports: ImportedFile[] = found.failures.map(({ file, error }) => refused(file, error));
  const candidates: Candidate[] = [];
  const parser = openFileParser();
  job.onCancel(() => parser.close());
  try {
    for (const [index, { file }] of found.files.entries()) {
      progress(index, found.files.length, basename(file));
      const parsed = await parser.parse(file, options);
      if (job.cancelled) return cancelled();
      if (parsed.ok) candidates.push(toCandidate(file, parsed.value, options.date));
      else reports.push(refused(file, parsed.error));
    }
  } finally {
    parser.close();
  }
  for (const candidate of inOrderOfDate(candidates)) reports.push(addCandidate(connection, candidate));
  const order = new Map(found.files.map(({ file }, index) => [file, index]));
  reports.sort((x, y) => (order.get(x.file) ?? -1) - (order.get(y.file) ?? -1));
  return ok({ files: reports });
}

function toCandidate(file: string, { parsed, description }: ReadPolicy, date: string | undefined): Candidate {
  return { file, parsed, description: date ? { ...description, effectiveDate: date } : description };
}

/** Texts without any date go last, in the order given. */
function inOrderOfDate(candidates: readonly Candidate[]): Candidate[] {
  const key = ({ description }: Candidate): string =>
    description.effectiveDate ?? description.archivedOn ?? '9999-12-31';
  return [...candidates].sort((x, y) => (key(x) < key(y) ? -1 : key(x) > key(y) ? 1 : 0));
}

function addCandidate(connection: Connection, { file, parsed, description }: Candidate): ImportedFile {
  const { version, added } = addImportedVersion(connection, description.company, description.policy, {
    text: parsed.text,
    effectiveDate: description.effectiveDate ?? description.archivedOn,
    savedAt: new Date().toISOString(),
    author: '',
    note: importNote(file, description),
    kind: 'substantive',
    source: {
      kind: 'imported',
      from: basename(file),
      format: parsed.format,
      ...(description.url ? { url: description.url } : {}),
    },
  });
  return {
    file,
    outcome: added ? 'imported' : 'already-there',
    company: description.company,
    policy: description.policy,
    policyId: version.policyId,
    version: version.number,
    effectiveDate: version.effectiveDate,
    diagnostics: parsed.diagnostics,
  };
}

function importNote(file: string, description: PolicyDescription): string {
  const archived = description.archivedOn ? `, archived on ${description.archivedOn}` : '';
  return `Imported from ${basename(file)}${archived}.`;
}

function refused(file: string, error: Failure): ImportedFile {
  return {
    file,
    outcome: 'refused',
    diagnostics: [{ severity: 'error', message: error.message, source: basename(file) }],
  };
}
