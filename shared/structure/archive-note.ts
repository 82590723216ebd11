import { findDates } from './calendar.ts';
import type { ArchiveNote } from './inspection.ts';
import type { Passage, Reading } from './reading.ts';

/** Hosts whose links lead to saved copies of other people's pages. */
const ARCHIVE_HOST =
  /^https?:\/\/(?:web\.archive\.org|archive\.(?:org|today|is|ph|li|md)|perma\.cc|www\.webcitation\.org)\//i;
/** The note stands at the head; further down the same words are the policy's own. */
const HEAD_PASSAGES = 4;
/** Second levels under which country registries hand out names, so that `x.co.uk` gives `x`. */
const REGISTRY_LEVELS = new Set(['co', 'com', 'net', 'org', 'gov', 'edu', 'ac', 'or', 'ne']);

/** Finds the note a web archive or extraction tool put at the head: which site, and saved when. */
export function readArchiveNote(reading: Reading): ArchiveNote | null {
  for (const passage of reading.passages.slice(0, HEAD_PASSAGES)) {
    const note = readNote(reading, passage);
    if (note) return note;
  }
  return null;
}

/** True for the passage that the note was read from. */
export function isArchiveNote(note: ArchiveNote | null, passage: Passage): boolean {
  return note !== null && passage.range.from >= note.range.from && passage.range.to <= note.range.to;
}

function readNote(reading: Reading, passage: Passage): ArchiveNote | null {
  const { plain, range, line } = passage;
  const said = /\b(?:archived|captured|saved|retrieved|snapshot)\b(?: \w+){0,3}? (?:on|from|of|at) /i.exec(
    plain.text,
  );
  const snapshot =
    plain.marks.find((mark) => mark.kind === 'link' && ARCHIVE_HOST.test(mark.href))?.href ?? '';
  if (!said || !(snapshot || passage.quoted)) return null;
  const date = findDates(plain.text).find((found) => found.from >= said.index);
  if (!date) return null;
  const host = /\b((?:[a-z0-9-]+\.)+[a-z]{2,})\b/i.exec(plain.text)?.[1]?.toLowerCase() ?? hostOf(snapshot);
  return { host, company: companyOf(host, reading.text), archivedOn: date.iso, snapshot, line, range };
}

function hostOf(snapshot: string): string {
  const original = decodeSafely(snapshot).match(/.https?:\/\/([^/]+)/i);
  return original?.[1]?.toLowerCase() ?? '';
}

function decodeSafely(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url; // a stray percent sign; the address is then read as it stands
  }
}

/** The host's own name, written as the policy most often writes it. */
function companyOf(host: string, text: string): string {
  const labels = host.split('.').slice(0, -1);
  if (labels.length > 1 && REGISTRY_LEVELS.has(labels.at(-1) ?? '')) labels.pop();
  const name = labels.at(-1) ?? '';
  if (!name) return '';
  const counts = new Map<string, number>();
  for (const [spelling] of text.matchAll(new RegExp(`(?<![\\w@./-])${name}(?![\\w@.-]*\\.\\w)`, 'gi')))
    counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  const [best] = [...counts].sort((x, y) => y[1] - x[1])[0] ?? [name];
  return best === best.toLowerCase() ? best.charAt(0).toUpperCase() + best.slice(1) : best;
}
