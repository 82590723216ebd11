import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../../shared/model/diagnostic.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import {
  type InspectedVersion,
  inspectVersions,
  type SiteFile,
  type SiteInput,
  siteFiles,
} from '../../../shared/publish/site.ts';
import { siteProblems } from '../../../shared/publish/site-problems.ts';
import { writeFileAtomically } from '../atomic-write.ts';

/** Names the policy whose site a folder is. */
const MARKER = '.codicil-site.json';
const SITE_FORMAT = 'codicil.site/1';

export interface SiteOptions {
  /** Publish although a text states another effective date than the library. */
  readonly ignoreDates?: boolean;
  /** Write into a folder that holds files of something else. */
  readonly replace?: boolean;
}

export interface SiteReport {
  readonly folder: string;
  readonly files: number;
  /** Paths from the folder that are new or have changed; everything else was left untouched. */
  readonly written: readonly string[];
  readonly warnings: readonly Diagnostic[];
}

export interface SiteProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Writes a policy's site into a folder, which is made where it is missing. Files that already hold what they should are not touched,
 * each file is written whole or not at all, and pages that others link to last: the current version and the lists come at the end.
 * In steps; dropping the generator cancels between files.
 */
export function* publishSite(
  input: SiteInput,
  folder: string,
  options: SiteOptions = {},
): Generator<SiteProgress, Result<SiteReport>> {
  if (input.versions.length === 0)
    return fail('not-found', `${input.policyName} has no version to publish yet.`);
  const usable = checkFolder(folder, input.reference, options.replace === true);
  if (!usable.ok) return usable;
  const versions = yield* readVersions(input);
  const problems = siteProblems(versions, input.findPage ?? (() => null));
  const error = problems.find(({ severity }) => severity === 'error');
  if (error && !options.ignoreDates)
    return fail('conflict', error.message, problems.map(({ message }) => message).join('\n'));
  const marked = writeIfChanged(folder, markerOf(input.reference));
  if (!marked.ok) return marked;
  const written: string[] = [];
  let files = 0;
  for (const { done, total, file } of siteFiles(input, versions)) {
    if (file) {
      files++;
      const changed = writeIfChanged(folder, file);
      if (!changed.ok) return changed;
      if (changed.value) written.push(file.path);
    }
    yield { done, total };
  }
  return ok({ folder, files, written, warnings: problems });
}

function* readVersions(input: SiteInput): Generator<SiteProgress, InspectedVersion[]> {
  const steps = inspectVersions(input.versions);
  let step = steps.next();
  while (!step.done) {
    yield { done: 0, total: input.versions.length };
    step = steps.next();
  }
  return step.value;
}

/** A folder may be missing, empty, or the site of the same policy; anything else is somebody's other work. */
function checkFolder(folder: string, reference: string, replace: boolean): Result<null> {
  try {
    if (replace || !existsSync(folder) || readdirSync(folder).length === 0) return ok(null);
  } catch (error) {
    const details = error instanceof Error ? error.message : String(error);
    return fail('write-failed', `${folder} cannot be used: it is not a folder or cannot be read.`, details);
  }
  const published = siteReference(folder);
  if (published === reference) return ok(null);
  return fail(
    'exists',
    published === null
      ? `${folder} holds other files; nothing was written there.`
      : `${folder} holds the site of ${published}; nothing was written there.`,
  );
}

/** Written before anything else, so that a site whose first publishing was stopped can be finished. */
function markerOf(reference: string): SiteFile {
  return { path: MARKER, content: `${JSON.stringify({ format: SITE_FORMAT, reference })}\n` };
}

/** Which policy a folder's site is of, or null where it holds none. */
export function siteReference(folder: string): string | null {
  return publishedReference(join(folder, MARKER));
}

function publishedReference(markerFile: string): string | null {
  if (!existsSync(markerFile)) return null;
  try {
    const data: unknown = JSON.parse(readFileSync(markerFile, 'utf8'));
    const isSite =
      typeof data === 'object' && data !== null && 'format' in data && data.format === SITE_FORMAT;
    return isSite && 'reference' in data ? String(data.reference) : null;
  } catch {
    return null; // not written by us
  }
}

function writeIfChanged(folder: string, file: SiteFile): Result<boolean> {
  const path = join(folder, ...file.path.split('/'));
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(file.content, 'utf8'))) return ok(false);
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    const details = error instanceof Error ? error.message : String(error);
    return fail('write-failed', `The folder of ${path} could not be made.`, details);
  }
  const result = writeFileAtomically(path, file.content, true);
  return result.ok ? ok(true) : result;
}
