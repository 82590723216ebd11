import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  ImportedFile,
  ImportPreview,
  ImportReport,
  PreviewedPolicy,
} from '../../../shared/ipc/import-requests.ts';
import type { PolicySummary, VersionSummary } from '../../../shared/model/policy.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import { dateOf, inDateOrder } from '../../../shared/model/version-order.ts';
import type { Job } from '../jobs.ts';
import type { Connection } from '../store/connection.ts';
import { findPolicyBySlug } from '../store/names.ts';
import { openLibrary } from '../store/open-library.ts';
import { listCompanies } from '../store/policies.ts';
import { listVersions } from '../store/versions.ts';
import { importGitRepository } from './git/import-git.ts';
import { type ImportOptions, type ImportProgress, importPaths } from './import-paths.ts';
import { isRepository } from './survey-paths.ts';

/** Longer notes are for the history; a list of what will come in needs their beginning. */
const NOTE_CHARS = 160;

/**
 * What an import would bring in. It is the import itself, into a library of its own that is thrown away: so the preview cannot promise
 * what the import does not keep.
 */
export async function previewImport(
  connection: Connection,
  job: Job,
  paths: readonly string[],
  history: boolean,
  options: ImportOptions,
  progress: ImportProgress,
): Promise<Result<ImportPreview>> {
  const folder = mkdtempSync(join(tmpdir(), 'codicil-preview-'));
  try {
    const scratch = openLibrary(join(folder, 'preview.codicil'));
    if (!scratch.ok) return scratch;
    const { connection: preview } = scratch.value;
    try {
      const report = await importEverything(preview, job, paths, history, options, progress);
      return report.ok ? ok(describe(connection, preview, report.value)) : report;
    } finally {
      preview.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Repositories with their history (where it is wanted), everything else as it stands. */
export async function importEverything(
  connection: Connection,
  job: Job,
  paths: readonly string[],
  history: boolean,
  options: ImportOptions,
  progress: ImportProgress,
): Promise<Result<ImportReport>> {
  const repositories = history ? paths.filter(isRepository) : [];
  const files: ImportedFile[] = [];
  for (const folder of repositories) {
    const report = await importGitRepository(
      connection,
      job,
      folder,
      { revision: 'HEAD', company: options.company },
      progress,
    );
    if (!report.ok) return report;
    files.push(...report.value.files);
  }
  const others = paths.filter((path) => !repositories.includes(path));
  if (others.length === 0) return ok({ files });
  const report = await importPaths(connection, job, others, options, progress);
  return report.ok ? ok({ files: [...files, ...report.value.files] }) : report;
}

function describe(connection: Connection, preview: Connection, report: ImportReport): ImportPreview {
  const origins = gitOrigins(connection);
  const policies = listCompanies(preview).flatMap((company) =>
    company.policies.map((policy): PreviewedPolicy => {
      const held = heldTexts(connection, company.slug, policy);
      const isNew = ({ textHash, source }: VersionSummary): boolean =>
        !held.has(textHash) && !(source.kind === 'imported' && origins.has(source.from));
      const versions = inDateOrder(listVersions(preview, policy.id)).map((version) => ({
        date: dateOf(version),
        note: (version.note.split('\n')[0] ?? '').slice(0, NOTE_CHARS),
        isNew: isNew(version),
      }));
      return { company: company.name, policy: policy.name, versions };
    }),
  );
  const tracked = new Set(report.files.filter((file) => file.tracked !== undefined).map(({ file }) => file));
  return {
    policies,
    refused: report.files.filter(({ outcome }) => outcome === 'refused'),
    trackedFiles: tracked.size,
  };
}

/** Hashes of the texts that the library holds of a policy of that name. */
function heldTexts(connection: Connection, company: string, policy: PolicySummary): ReadonlySet<string> {
  const known = findPolicyBySlug(connection, company, policy.slug);
  return new Set(known ? listVersions(connection, known.id).map(({ textHash }) => textHash) : []);
}

/** A commit's file is known by where it came from, whatever its policy has been renamed to. */
function gitOrigins(connection: Connection): ReadonlySet<string> {
  const rows = connection
    .sql<string>(
      `SELECT json_extract(source, '$.from') FROM version WHERE json_extract(source, '$.format') = 'git'`,
    )
    .pluck()
    .all();
  return new Set(rows as string[]);
}
