import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, posix, relative, resolve } from 'node:path';
import { findByPath } from '../../shared/publish/find-page.ts';
import { type FindPage, type LinkRules, PRINTED_PAGE } from '../../shared/publish/link-rules.ts';
import type { PageTheme } from '../../shared/publish/page-theme.ts';
import { type PolicyPageInput, renderPolicyPage } from '../../shared/publish/render-policy-page.ts';
import { strayLinks } from '../../shared/publish/stray-links.ts';
import { walkFiles } from '../engine/import/walk-files.ts';
import { CliFailure } from './cli-failure.ts';
import { pageOfFile } from './page-of-file.ts';
import { type PageToPrint, printPdfs } from './print-pdf.ts';
import { openPublishedRecord, type PublishedRecord } from './published-record.ts';
import { readTextFile } from './read-text-file.ts';
import { writeOutput } from './write-output.ts';

/** Folders to write to, one for each form. */
export interface FolderTargets {
  readonly html?: string;
  readonly pdf?: string;
  readonly docx?: string;
}

export interface FolderReport {
  readonly written: number;
  readonly unchanged: number;
  /** What the author should know of files that were published. */
  readonly notes: readonly string[];
  /** One line for each file that could not be published. */
  readonly failures: readonly string[];
}

const POLICY_FILE = /\.(?:md|markdown|mdown|txt|text)$/i;

/** The policies of a folder: its Markdown and text files, at any depth, outside of what is written to. */
export function policyFiles(folder: string, targets: readonly string[]): string[] {
  const outside = targets.map((target) => resolve(target));
  const files = walkFiles([folder]).files.map(({ file }) => file);
  return files.filter(
    (file) => POLICY_FILE.test(file) && !outside.some((target) => !relative(target, file).startsWith('..')),
  );
}

/**
 * Publishes every policy of a folder under the same name in the folders of `targets`. A file is written only if it is not already what it
 * should be; one that cannot be published does not stop the others.
 */
export async function publishFolder(
  folder: string,
  targets: FolderTargets,
  theme?: PageTheme,
): Promise<FolderReport> {
  const files = policyFiles(folder, Object.values(targets));
  const paths = files.map((file) => relative(folder, file).replaceAll('\\', '/'));
  const run = beginRun(targets, paths);
  for (const [index, file] of files.entries()) {
    const path = paths[index] ?? '';
    try {
      const page = pageOfFile({ label: path, text: await readTextFile(file) }, theme);
      await publishFile(run, path, page);
    } catch (error) {
      if (!(error instanceof CliFailure)) throw error;
      run.failures.push(`${path}: ${error.message}`);
    }
  }
  for (const record of run.records.values()) record.save();
  await printAll(run);
  const { written, unchanged, notes, failures } = run;
  return { written, unchanged, notes, failures };
}

interface Run {
  readonly targets: FolderTargets;
  /** Of all files, from the folder that is published. */
  readonly paths: readonly string[];
  readonly records: ReadonlyMap<string, PublishedRecord>;
  readonly failures: string[];
  readonly notes: string[];
  readonly toPrint: (PageToPrint & { readonly name: string })[];
  written: number;
  unchanged: number;
}

function beginRun(targets: FolderTargets, paths: readonly string[]): Run {
  const kept = [targets.pdf, targets.docx].filter((folder) => folder !== undefined);
  const records = new Map(kept.map((folder) => [folder, openPublishedRecord(folder)]));
  return { targets, paths, records, failures: [], notes: [], toPrint: [], written: 0, unchanged: 0 };
}

async function publishFile(run: Run, path: string, page: PolicyPageInput): Promise<void> {
  const { html, docx, pdf } = run.targets;
  const name = withoutEnding(path);
  const find = (ending: string): LinkRules => ({ find: pagesBeside(path, run.paths, ending), stray: 'keep' });
  for (const { message } of strayLinks(page.text, find('html').find)) run.notes.push(`${path}: ${message}`);
  if (html) {
    const written = writeIfChanged(
      join(html, `${name}.html`),
      renderPolicyPage({ ...page, linkRules: find('html') }),
    );
    count(run, written);
  }
  if (docx) {
    const input = { ...page, linkRules: find('docx') };
    // The page says all that the Word file is made from.
    const source = renderPolicyPage(input);
    const stale = !run.records.get(docx)?.isCurrent(`${name}.docx`, source);
    count(run, stale);
    if (stale) {
      const { writePolicyDocx } = await import('../engine/export/write-policy-docx.ts');
      writeWithFolder(join(docx, `${name}.docx`), await writePolicyDocx(input));
      run.records.get(docx)?.add(`${name}.docx`, source);
    }
  }
  if (pdf) {
    const source = renderPolicyPage({ ...page, linkRules: PRINTED_PAGE });
    const current = run.records.get(pdf)?.isCurrent(`${name}.pdf`, source);
    if (current) count(run, false);
    else run.toPrint.push({ name: `${name}.pdf`, html: source, file: join(pdf, `${name}.pdf`) });
  }
}

/** All in one start of the app. */
async function printAll(run: Run): Promise<void> {
  if (run.toPrint.length === 0) return;
  for (const { file } of run.toPrint) mkdirSync(dirname(file), { recursive: true });
  await printPdfs(run.toPrint);
  const record = run.records.get(run.targets.pdf ?? '');
  for (const { name, html } of run.toPrint) {
    record?.add(name, html);
    count(run, true);
  }
  record?.save();
}

function count(run: Run, written: boolean): void {
  if (written) run.written++;
  else run.unchanged++;
}

/** Finds the pages made from the other files, from the page of `path`. */
function pagesBeside(path: string, paths: readonly string[], ending: string): FindPage {
  const folder = posix.dirname(path);
  const places = paths.map((other) => ({
    path: other,
    href: encodeURI(posix.relative(folder, `${withoutEnding(other)}.${ending}`)),
  }));
  return findByPath(path, places);
}

function withoutEnding(path: string): string {
  return path.slice(0, -extname(path).length);
}

function writeIfChanged(file: string, content: string): boolean {
  const bytes = Buffer.from(content, 'utf8');
  if (existsSync(file) && readFileSync(file).equals(bytes)) return false;
  writeWithFolder(file, bytes);
  return true;
}

function writeWithFolder(file: string, content: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeOutput(file, content);
}
