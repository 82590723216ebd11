import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOutput } from './write-output.ts';

/** Stands in a folder that is published to. */
const RECORD = '.codicil-published.json';
const FORMAT = 'codicil.published/1';

/** What the files of a folder were made from. Word files and PDFs carry the time they were made, so they themselves cannot tell whether they are stale. */
export interface PublishedRecord {
  /** True if the file is there and was made from the same source. */
  isCurrent(name: string, source: string): boolean;
  /** Remembers what a file has been made from. */
  add(name: string, source: string): void;
  /** Writes the record, if anything has been added. */
  save(): void;
}

/** Opens the record of a folder; names are paths from there. A record that cannot be read is as good as none. */
export function openPublishedRecord(folder: string): PublishedRecord {
  const sources = readRecord(join(folder, RECORD));
  let changed = false;
  return {
    isCurrent: (name, source) => sources.get(name) === hash(source) && existsSync(join(folder, name)),
    add(name, source) {
      sources.set(name, hash(source));
      changed = true;
    },
    save() {
      const files = Object.fromEntries([...sources].toSorted(([one], [other]) => (one < other ? -1 : 1)));
      if (changed)
        writeOutput(join(folder, RECORD), `${JSON.stringify({ format: FORMAT, files }, null, 1)}\n`);
      changed = false;
    },
  };
}

function readRecord(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map();
  try {
    const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const isRecord = typeof data === 'object' && data !== null && 'format' in data && data.format === FORMAT;
    const files = isRecord && 'files' in data ? data.files : null;
    return new Map(Object.entries(files ?? {}).map(([name, source]) => [name, String(source)]));
  } catch {
    return new Map(); // not written by us
  }
}

function hash(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}
