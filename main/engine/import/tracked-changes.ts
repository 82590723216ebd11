import { decodeXML } from 'entities';

/** Who changed a Word document with tracking on, and when. */
export interface TrackedChanges {
  readonly insertions: number;
  readonly deletions: number;
  readonly moves: number;
  /** In order of their first change. */
  readonly authors: readonly string[];
  /** ISO 8601 as the file says; empty when it does not. */
  readonly first: string;
  readonly last: string;
}

/** Namespaces of WordprocessingML: ISO 29500 transitional and strict. */
const NAMESPACE =
  /xmlns:([\w-]+)="http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)"/;
/** What each mark of a change becomes where the changes are rejected instead of accepted. */
const REJECTED: Readonly<Record<string, string>> = {
  ins: 'del',
  del: 'ins',
  moveFrom: 'moveTo',
  moveTo: 'moveFrom',
  delText: 't',
  delInstrText: 'instrText',
};
const PROPERTIES = ['pPr', 'rPr'] as const;

/** Reads the marks of tracked changes (ECMA-376 part 1, 17.13.5) in the parts of a document; null when there are none. */
export function findTrackedChanges(parts: readonly string[]): TrackedChanges | null {
  const counts = { ins: 0, del: 0, moveTo: 0 };
  const authors = new Set<string>();
  const dates: string[] = [];
  for (const xml of parts) {
    const tag = new RegExp(
      `<${namespacePrefix(xml)}(ins|del|moveTo|moveFrom|pPrChange|rPrChange)\\s([^<>]*)>`,
      'g',
    );
    for (const [, name = '', attributes = ''] of xml.matchAll(tag)) {
      if (name === 'ins' || name === 'del' || name === 'moveTo') counts[name] += 1;
      const author = /\bauthor="([^"]*)"/.exec(attributes)?.[1];
      const date = /\bdate="(\d{4}-\d{2}-\d{2}T[\d:.]+Z?)"/.exec(attributes)?.[1];
      if (author) authors.add(decodeXML(author).trim());
      if (date && Number.isFinite(Date.parse(date)))
        dates.push(new Date(Date.parse(utc(date))).toISOString());
    }
  }
  if (counts.ins + counts.del + counts.moveTo === 0) return null;
  dates.sort();
  return {
    insertions: counts.ins,
    deletions: counts.del,
    moves: counts.moveTo,
    authors: [...authors].filter((author) => author !== ''),
    first: dates[0] ?? '',
    last: dates.at(-1) ?? '',
  };
}

/** A part in which what was moved away counts as deleted, marks of paragraphs included: how it reads with all changes accepted. */
export function acceptChanges(xml: string): string {
  return xml.replace(
    new RegExp(`<${namespacePrefix(xml)}moveFrom((?:\\s[^<>]*)?)/>`, 'g'),
    `<${namespacePrefix(xml)}del$1/>`,
  );
}

/** A part as it was before: insertions and deletions, and both ends of moves, change places; properties go back to their old values. */
export function rejectChanges(xml: string): string {
  const prefix = namespacePrefix(xml);
  const mark = new RegExp(`<(/?)${prefix}(${Object.keys(REJECTED).join('|')})(?=[\\s/>])`, 'g');
  const swapped = xml.replace(
    mark,
    (_, slash: string, name: string) => `<${slash}${prefix}${REJECTED[name]}`,
  );
  return acceptChanges(PROPERTIES.reduce((text, name) => restoreProperties(text, prefix, name), swapped));
}

/**
 * Puts the old properties that a `…Change` element keeps in the place of the new ones around it. Marks on the paragraph's own sign, which
 * stand first, stay. Such an element is the last one in its properties, so that what it replaces begins at the nearest start before it.
 */
function restoreProperties(xml: string, prefix: string, name: string): string {
  const [start, close] = [`<${prefix}${name}>`, `</${prefix}${name}>`];
  const change = new RegExp(`<${prefix}${name}Change(?:\\s[^<>]*)?>`, 'g');
  const end = `</${prefix}${name}Change>`;
  const pieces: string[] = [];
  let done = 0;
  for (const match of xml.matchAll(change)) {
    const from = xml.lastIndexOf(start, match.index);
    const to = xml.indexOf(end, match.index);
    if (from < done || to < 0) continue;
    const [before, changed] = [xml.slice(from + start.length, match.index), xml.slice(match.index, to)];
    const old = changed.includes(start)
      ? changed.slice(changed.indexOf(start) + start.length, changed.lastIndexOf(close))
      : '';
    pieces.push(xml.slice(done, from), start, keptMarks(before, prefix, name), old);
    done = to + end.length;
  }
  return pieces.join('') + xml.slice(done);
}

/** Of new properties, what says that the paragraph's own sign was inserted, deleted or moved. */
function keptMarks(properties: string, prefix: string, name: string): string {
  if (name === 'rPr')
    return (properties.match(new RegExp(`<${prefix}(?:ins|del|moveFrom|moveTo)\\s[^<>]*/>`, 'g')) ?? []).join(
      '',
    );
  const from = properties.indexOf(`<${prefix}rPr>`);
  const to = properties.lastIndexOf(`</${prefix}rPr>`);
  return from >= 0 && to > from ? properties.slice(from, to + `</${prefix}rPr>`.length) : '';
}

/** The prefix that a part uses for the elements of WordprocessingML, with its colon. */
export function namespacePrefix(xml: string): string {
  const prefix = NAMESPACE.exec(xml)?.[1];
  return prefix ? `${prefix}:` : 'w:';
}

/** Word writes local time with or without the sign for UTC; without one it is taken as it stands. */
function utc(date: string): string {
  return date.endsWith('Z') ? date : `${date}Z`;
}
