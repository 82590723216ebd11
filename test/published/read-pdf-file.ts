import { execFileSync } from 'node:child_process';

/** What poppler, which has nothing to do with the engine that wrote it, says about a PDF. */
export interface PdfReading {
  /** The text of each page, in the order that follows from its place. */
  readonly pages: readonly string[];
  /** The whole text in the order of the file's content, which is that of the document. */
  readonly rawText: string;
  /** Addresses outside the document that links lead to, in order of page. */
  readonly links: readonly string[];
  readonly fonts: readonly PdfFont[];
  /** The document's properties by name: Title, Author, Creator, ... */
  readonly info: Readonly<Record<string, string>>;
}

export interface PdfFont {
  readonly name: string;
  readonly type: string;
  readonly embedded: boolean;
}

const LARGEST_OUTPUT = 64 * 1024 * 1024;

/** Reads a PDF file with `pdftotext`, `pdfinfo` and `pdffonts`. */
export function readPdfFile(file: string): PdfReading {
  const pages = run('pdftotext', '-enc', 'UTF-8', file, '-').split('\f').slice(0, -1);
  const rawText = run('pdftotext', '-raw', '-enc', 'UTF-8', file, '-');
  return { pages, rawText, links: linksOf(file), fonts: fontsOf(file), info: infoOf(file) };
}

/** True where poppler's programs are installed. */
export function hasPoppler(): boolean {
  try {
    run('pdftotext', '-v');
    return true;
  } catch {
    return false; // not installed
  }
}

function linksOf(file: string): string[] {
  const rows = run('pdfinfo', '-url', file).split('\n').slice(1);
  return rows.map((row) => /^\s*\d+\s+\S+\s+(.*)$/.exec(row)?.[1] ?? '').filter((url) => url !== '');
}

function fontsOf(file: string): PdfFont[] {
  const [, rule = '', ...rows] = run('pdffonts', file).split('\n');
  const starts = [...rule.matchAll(/-+/g)].map((match) => [match.index, match.index + match[0].length]);
  const column = (row: string, number: number): string => row.slice(...(starts[number] ?? [0, 0])).trim();
  return rows
    .filter((row) => row.trim() !== '')
    .map((row) => ({ name: column(row, 0), type: column(row, 1), embedded: column(row, 3) === 'yes' }));
}

function infoOf(file: string): Record<string, string> {
  const lines = run('pdfinfo', '-isodates', file).split('\n');
  return Object.fromEntries(
    lines.flatMap((line) => {
      const match = /^([A-Za-z ]+):\s*(.*)$/.exec(line);
      return match ? [[match[1] ?? '', match[2] ?? '']] : [];
    }),
  );
}

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    maxBuffer: LARGEST_OUTPUT,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
