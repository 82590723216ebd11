/** The parts of a PDF file that an update needs (ISO 32000-1, 7.5). */
export interface PdfFile {
  readonly bytes: Buffer;
  /** Where the newest cross-reference table begins. */
  readonly tableAt: number;
  /** Byte offsets of objects by number. */
  readonly offsets: ReadonlyMap<number, number>;
  readonly root: number;
  readonly info: number | null;
  /** One more than the highest object number. */
  readonly size: number;
}

const ENTRY_LENGTH = 20;
const TAIL_LENGTH = 2048;

/** Reads where things are in a PDF with a plain cross-reference table, as Chromium writes them; null for any other. */
export function readPdf(bytes: Buffer): PdfFile | null {
  const tail = bytes.subarray(-TAIL_LENGTH).toString('latin1');
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  const first = /^xref\s+0 (\d+)\s*?\n/.exec(bytes.toString('latin1', tableAt || 0, (tableAt || 0) + 40));
  const trailer = /trailer\s*(<<[\s\S]*?>>)\s*startxref/.exec(tail)?.[1] ?? '';
  const root = reference(trailer, 'Root');
  if (!first || root === null || trailer.includes('/Prev')) return null;
  const size = Number(first[1]);
  const offsets = new Map<number, number>();
  for (let number = 1; number < size; number++) {
    const at = tableAt + first[0].length + number * ENTRY_LENGTH;
    const entry = bytes.toString('latin1', at, at + ENTRY_LENGTH);
    if (entry[17] === 'n') offsets.set(number, Number(entry.slice(0, 10)));
  }
  return { bytes, tableAt, offsets, root, info: reference(trailer, 'Info'), size };
}

/** The source of an object between its number and `endobj`; empty where there is none. */
export function objectSource(file: PdfFile, number: number): string {
  const at = file.offsets.get(number);
  if (at === undefined) return '';
  const end = file.bytes.indexOf('endobj', at, 'latin1');
  return file.bytes
    .toString('latin1', at, end)
    .replace(/^\d+ \d+ obj\s*/, '')
    .trimEnd();
}

/** The number of the object that a key of a dictionary refers to. */
export function reference(dictionary: string, key: string): number | null {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];
  return number === undefined ? null : Number(number);
}

/** Appends objects to a file (an incremental update, 7.5.6): those with known numbers replace the old ones. */
export function appendObjects(file: PdfFile, objects: ReadonlyMap<number, string>, info: number): Buffer {
  const parts: string[] = ['\n'];
  let at = file.bytes.length + 1;
  const rows: string[] = [];
  let size = file.size;
  for (const [number, source] of objects) {
    const written = `${number} 0 obj\n${source}\nendobj\n`;
    rows.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    parts.push(written);
    at += written.length;
    size = Math.max(size, number + 1);
  }
  parts.push(
    `xref\n${rows.join('')}trailer\n<</Size ${size}\n/Root ${file.root} 0 R\n/Info ${info} 0 R\n/Prev ${file.tableAt}>>\nstartxref\n${at}\n%%EOF\n`,
  );
  return Buffer.concat([file.bytes, Buffer.from(parts.join(''), 'latin1')]);
}
