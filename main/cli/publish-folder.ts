import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import type { PageTheme } from '../../shared/publish/page-theme.ts';
import { renderPolicyPage } from '../../shared/publish/render-policy-page.ts';
import { walkFiles } from '../engine/import/walk-files.ts';
import { CliFailure } from './cli-failure.ts';
import { pageOfFile } from './page-of-file.ts';
import { type PageToPrint, printPdfs } from './print-pdf.ts';
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
  const counts = { written: 0, unchanged: 0 };
  const failures: string[] = [];
  const toPrint: PageToPrint[] = [];
  const put = (file: string, content: string | Uint8Array): void => {
    if (writeIfChanged(file, content)) counts.written++;
    else counts.unchanged++;
  };
  for (const file of policyFiles(folder, Object.values(targets))) {
    try {
      const page = pageOfFile({ label: relative(folder, file), text: await readTextFile(file) }, theme);
      const name = relative(folder, file).slice(0, -extname(file).length);
      const html = targets.html || targets.pdf ? renderPolicyPage(page) : '';
      if (targets.html) put(join(targets.html, `${name}.html`), html);
      // Word files and PDFs carry the time they were made: they are made anew only where their source is younger.
      const docx = targets.docx ? join(targets.docx, `${name}.docx`) : null;
      if (docx && isOlder(docx, file)) {
        const { writePolicyDocx } = await import('../engine/export/write-policy-docx.ts');
        put(docx, await writePolicyDocx(page));
      } else if (docx) counts.unchanged++;
      const pdf = targets.pdf ? join(targets.pdf, `${name}.pdf`) : null;
      if (pdf && isOlder(pdf, file)) toPrint.push({ html, file: pdf });
      else if (pdf) counts.unchanged++;
    } catch (error) {
      if (!(error instanceof CliFailure)) throw error;
      failures.push(`${relative(folder, file)}: ${error.message}`);
    }
  }
  for (const { file } of toPrint) mkdirSync(dirname(file), { recursive: true });
  if (toPrint.length > 0) await printPdfs(toPrint);
  counts.written += toPrint.length;
  return { ...counts, failures };
}

function writeIfChanged(file: string, content: string | Uint8Array): boolean {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeOutput(file, bytes);
  return true;
}

function isOlder(file: string, source: string): boolean {
  return !existsSync(file) || statSync(file).mtimeMs < statSync(source).mtimeMs;
}
