import type { TableCell } from '../markdown/document.ts';
import type { TextRange } from '../model/text.ts';
import type { DataPractice } from './inspection.ts';
import { sourceRange, toPlainText } from './plain-text.ts';
import { readPracticesInProse } from './practices-in-prose.ts';
import { headingOf, type Passage, type Reading } from './reading.ts';

/** What a practice says, by the names of its fields. */
export type PracticeField = 'category' | 'purpose' | 'basis' | 'recipients' | 'retention';

/** A practice with the place of each of its fields that stands in one stretch of the source. */
export interface PlacedPractice {
  readonly practice: DataPractice;
  readonly form: 'table' | 'list' | 'prose';
  readonly places: Readonly<Partial<Record<PracticeField, PracticePlace>>>;
}

/** A cell, or words of a list item or sentence. */
export interface PracticePlace {
  readonly range: TextRange;
  readonly cell: TableCell | null;
}

/** The titles of columns, most telling first: a column is the first of these that it matches. */
const COLUMNS: readonly (readonly [PracticeField, RegExp])[] = [
  [
    'retention',
    /\b(?:retention|retain\w*|kept|keep|how long|storage (?:period|time)|stored (?:for|until)|deleted?|duration)\b/i,
  ],
  ['basis', /\b(?:legal|lawful|basis|bases|grounds?|art(?:icle)?\.? 6)\b/i],
  [
    'recipients',
    /\b(?:recipients?|shared? with|disclosed? to|third[- ]part(?:y|ies)|who (?:gets|receives|has access)|receivers?|processors?|sold|sharing|disclosures?)\b/i,
  ],
  ['purpose', /\b(?:purposes?|why|reasons?|uses?|used for|how we use|processing activit(?:y|ies))\b/i],
  [
    'category',
    /\b(?:categor(?:y|ies)|data|information|what we (?:collect|process|store)|details|examples?)\b/i,
  ],
];
/** A heading or an introduction of a list of kinds of data. */
const ANNOUNCES_DATA =
  /\b(?:(?:information|data|details)(?: that| which)? (?:we|you) (?:may |might |will |also )?(?:collect|process|store|use|hold|receive|gather|provide)|(?:we|which|and)(?: may| might| will| also)* (?:collect|process|store|receive|gather)s?\b[^.]{0,80}\b(?:data|information|details)|categories of (?:personal )?(?:data|information)|types? of (?:personal )?(?:data|information)|(?:data|information) (?:collected|processed))\b/i;
const LONGEST_CATEGORY = 80;
/** "Account data, such as your name" tells what the data is and not what for. */
const GIVES_EXAMPLES = /^(?:such as|including|like|e\.g\.|for example|which includes?)\b/i;

/** Reads what data is processed, for what, on what basis, who receives it and how long it is kept, from tables, lists and sentences. */
export function readDataPractices(reading: Reading): PlacedPractice[] {
  return [...readTables(reading), ...readLists(reading), ...readPracticesInProse(reading)].sort(
    (x, y) => x.practice.range.from - y.practice.range.from,
  );
}

function readTables(reading: Reading): PlacedPractice[] {
  const seen = new Set<Passage['table']>();
  return reading.passages.flatMap(({ table }) => {
    if (!table || seen.has(table)) return [];
    seen.add(table);
    const titles = table.head.cells.map((cell) => toPlainText(reading.text, cell.inlines).text);
    const columns = titles.map(fieldOf);
    const fields = new Set(columns.filter(Boolean));
    if (!fields.has('category') || fields.size < 2) return [];
    return table.rows.flatMap((row) => {
      const places: Partial<Record<PracticeField, PracticePlace>> = {};
      const said: Partial<Record<PracticeField, string>> = {};
      columns.forEach((field, index) => {
        const cell = row.cells[index];
        if (!field || !cell || places[field]) return;
        places[field] = { range: { from: cell.from, to: cell.to }, cell };
        said[field] = fold(toPlainText(reading.text, cell.inlines).text);
      });
      if (!said.category) return [];
      const range = { from: row.from, to: row.to };
      return [{ form: 'table' as const, places, practice: toPractice(reading, said, range) }];
    });
  });
}

function fieldOf(title: string): PracticeField | null {
  return COLUMNS.find(([, pattern]) => pattern.test(title))?.[0] ?? null;
}

/** "**Account data:** your name and address, to run your account. Kept for two years." */
function readLists(reading: Reading): PlacedPractice[] {
  const practices: PlacedPractice[] = [];
  let item: Passage['item'] = null;
  let intro = '';
  for (const passage of reading.passages) {
    if (!passage.item) {
      intro = passage.kind === 'heading' ? '' : passage.plain.text.slice(-300);
      continue;
    }
    if (passage.item === item) continue;
    item = passage.item;
    if (!ANNOUNCES_DATA.test(`${headingOf(reading, passage)}\n${intro}`)) continue;
    const practice = readItem(reading, passage);
    if (practice) practices.push(practice);
  }
  return practices;
}

function readItem(reading: Reading, { plain, item }: Passage): PlacedPractice | null {
  const lead = plain.marks.find(({ kind, from }) => kind === 'strong' && from === 0);
  const separated = /^([^.:–—]{2,80}?)(?=:\s| [–—-] )/.exec(plain.text);
  const to = lead ? lead.to : (separated?.[1]?.length ?? 0);
  const words = plain.text.slice(0, to).replace(/[\s.:–—-]+$/, '');
  if (!item || !words || words.length > LONGEST_CATEGORY) return null;
  const at = to + (/^[\s.,:–—-]*/.exec(plain.text.slice(to))?.[0].length ?? 0);
  const examples = GIVES_EXAMPLES.test(plain.text.slice(at));
  const purpose = examples ? '' : fold(plain.text.slice(at).replace(/[\s.]+$/, ''));
  const places: Partial<Record<PracticeField, PracticePlace>> = {
    category: { range: sourceRange(plain, 0, words.length), cell: null },
  };
  if (purpose) {
    const end = at + plain.text.slice(at).replace(/[\s.]+$/, '').length;
    places.purpose = { range: sourceRange(plain, at, end), cell: null };
  }
  const range = { from: item.from, to: item.to };
  return { form: 'list', places, practice: toPractice(reading, { category: words, purpose }, range) };
}

function toPractice(
  reading: Reading,
  said: Partial<Record<PracticeField, string>>,
  range: TextRange,
): DataPractice {
  const { category = '', purpose = '', basis = '', recipients = '', retention = '' } = said;
  const line = reading.lines.lineAt(range.from);
  return { category, purpose, basis, recipients, retention, line, range };
}

function fold(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
