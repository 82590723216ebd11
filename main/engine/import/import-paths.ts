import { basename } from 'node:path';
import type { ImportedFile, ImportReport, TrackedChoice } from '../../../shared/ipc/import-requests.ts';
import { type Failure, ok, type Result } from '../../../shared/model/result.ts';
import { cancelled, type Job } from '../jobs.ts';
import type { Connection } from '../store/connection.ts';
import { addImportedVersion } from './add-version.ts';
import type { GivenNames } from './describe-policy.ts';
import type { ReadPolicy } from './import-worker.ts';
import { openFileParser } from './parse-in-child.ts';
import { type ImportedVersion, versionsOf } from './versions-of-file.ts';
import { walkFiles } from './walk-files.ts';

export interface ImportOptions extends GivenNames {
  /** The effective date of what is imported, for texts that the user knows better. */
  readonly date?: string | undefined;
  /** Which text of a Word document with tracked changes to take; both, as two versions, when not said. */
  readonly tracked?: TrackedChoice | undefined;
}

export type ImportProgress = (done: number, total: number, message: string) => void;

interface Candidate extends ReadPolicy {
  readonly file: string;
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
  for (const candidate of inOrderOfDate(candidates))
    for (const version of versionsOf(candidate, options.tracked ?? 'both'))
      reports.push(addVersion(connection, candidate, version));
  const order = new Map(found.files.map(({ file }, index) => [file, index]));
  reports.sort((x, y) => (order.get(x.file) ?? -1) - (order.get(y.file) ?? -1));
  return ok({ files: reports });
}

function toCandidate(file: string, read: ReadPolicy, date: string | undefined): Candidate {
  return {
    file,
    ...read,
    description: date ? { ...read.description, effectiveDate: date } : read.description,
  };
}

/** Texts without any date go last, in the order given. */
function inOrderOfDate(candidates: readonly Candidate[]): Candidate[] {
  const key = ({ description }: Candidate): string =>
    description.effectiveDate ?? description.archivedOn ?? '9999-12-31';
  return [...candidates].sort((x, y) => (key(x) < key(y) ? -1 : key(x) > key(y) ? 1 : 0));
}

function addVersion(
  connection: Connection,
  { file, parsed, description }: Candidate,
  { tracked, ...version }: ImportedVersion,
): ImportedFile {
  const { version: held, added } = addImportedVersion(connection, description.company, description.policy, {
    ...version,
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
    policyId: held.policyId,
    version: held.number,
    effectiveDate: held.effectiveDate,
    ...(tracked ? { tracked } : {}),
    // Said once for a file, with the text that it holds now.
    diagnostics: tracked === 'before' ? [] : parsed.diagnostics,
  };
}

function refused(file: string, error: Failure): ImportedFile {
  return {
    file,
    outcome: 'refused',
    diagnostics: [{ severity: 'error', message: error.message, source: basename(file) }],
  };
}
