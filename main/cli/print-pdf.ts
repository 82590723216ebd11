import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliFailure } from './cli-failure.ts';

/** The app starts, prints and ends in a few seconds; a display that never answers must not hold the command for good. */
const TIME_LIMIT_MS = 120_000;
const TIME_PER_PAGE_MS = 30_000;

export interface PageToPrint {
  readonly html: string;
  /** Where the PDF goes. */
  readonly file: string;
}

/** Prints an HTML page to a PDF file. */
export function printPdf(html: string, file: string): Promise<void> {
  return printPdfs([{ html, file }]);
}

/**
 * Prints HTML pages to PDF files by the app itself, which alone has a browser. CODICIL_ELECTRON_COMMAND holds the command that starts it, a JSON
 * array; the launcher of the command line sets it.
 */
export async function printPdfs(pages: readonly PageToPrint[]): Promise<void> {
  const [program, ...args] = electronCommand();
  if (!program) throw new CliFailure('PDF needs the app: CODICIL_ELECTRON_COMMAND does not name it.');
  const folder = mkdtempSync(join(tmpdir(), 'codicil-pdf-'));
  const names = pages.map(({ file }) => file).join(', ');
  try {
    const files = pages.flatMap(({ html, file }, index) => {
      const page = join(folder, `${index}.html`);
      writeFileSync(page, html);
      return [page, file];
    });
    const run = spawnSync(program, [...args, '--codicil-print-pdf', ...files], {
      timeout: TIME_LIMIT_MS + pages.length * TIME_PER_PAGE_MS,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (run.error)
      throw new CliFailure(`${names} was not written: the app did not start (${run.error.message}).`);
    if (run.status !== 0) throw new CliFailure(`${names} was not written: ${ownLine(run.stderr)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function electronCommand(): string[] {
  const command = process.env['CODICIL_ELECTRON_COMMAND'];
  if (!command) return [];
  const parsed: unknown = JSON.parse(command);
  return Array.isArray(parsed) ? parsed.map(String) : [];
}

/** Electron itself is chatty on standard error; only what the app says is for the user. */
function ownLine(output: string): string {
  const line = output.split('\n').find((candidate) => candidate.startsWith('codicil: '));
  return line ? line.slice('codicil: '.length) : 'the app could not print it.';
}
