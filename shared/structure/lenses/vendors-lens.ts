import type { LinkInline, MarkdownDocument } from '../../markdown/document.ts';
import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import { parseDocument } from '../../markdown/parse-document.ts';
import { applyEdits, type TextEdit, type TextRange } from '../../model/text.ts';
import { inspect } from '../inspect.ts';
import type { Inspection, Vendor } from '../inspection.ts';
import { makeReading } from '../reading.ts';
import { readVendorLists, readVendorParagraphs, type VendorItem } from '../vendors-in-lists.ts';
import { readVendorTables, type VendorRow, type VendorTable } from '../vendors-in-tables.ts';
import { type LensEdits, replaceRange } from './edits.ts';
import { newSection } from './new-section.ts';
import { renameWords } from './rename-words.ts';
import { cellRange, padded, writeCell, writeRowLike } from './table-source.ts';

/** What a person enters for a vendor. */
export interface VendorFields {
  readonly name: string;
  readonly purpose: string;
  readonly country: string;
  readonly links: readonly string[];
}

/** What can be written of a vendor where it stands. */
export type VendorField = keyof VendorFields;

/** How a vendor stands in the text, what of it can be written there, and why the rest cannot. */
export interface VendorForm {
  readonly form: 'table' | 'list' | 'sentence';
  readonly editable: readonly VendorField[];
  readonly removable: boolean;
  /** Why some of it is read-only; empty when nothing is. */
  readonly why: string;
}

/** The form of each vendor, in the order of `inspection.vendors`. */
export function vendorForms(document: MarkdownDocument, inspection: Inspection): readonly VendorForm[] {
  const places = findPlaces(document);
  return inspection.vendors.map((vendor) => formOf(places.get(vendor.range.from), vendor));
}

function formOf(place: Place | undefined, vendor: Vendor): VendorForm {
  if (!place)
    return {
      form: 'sentence',
      editable: ['name'],
      removable: false,
      why: 'It is named in running text: what a sentence says of it is edited there.',
    };
  if (place.kind === 'row') {
    const { columns } = place.table;
    const cell = (column: number): boolean => column >= 0 && place.row.cells[column] !== undefined;
    const editable: VendorField[] = ['name'];
    if (cell(columns.purpose)) editable.push('purpose');
    if (cell(columns.country)) editable.push('country');
    if (columns.links.some(cell) || vendor.links.length > 0) editable.push('links');
    return {
      form: 'table',
      editable,
      removable: true,
      why: editable.length === 4 ? '' : 'The table has no column for it.',
    };
  }
  const editable: VendorField[] = ['name'];
  if (place.entry.purposeRange || !vendor.purpose) editable.push('purpose');
  if (place.entry.links.length > 0) editable.push('links');
  const why = 'The list says it once for all, or nowhere; what one entry says is edited in the text.';
  return { form: 'list', editable, removable: true, why };
}

/** Changes what the text says of a vendor; what is not named stays. */
export function updateVendor(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  changes: Partial<VendorFields>,
): LensEdits {
  const vendor = inspection.vendors[index];
  if (!vendor || (changes.name !== undefined && !changes.name.trim())) return null;
  const place = findPlaces(document).get(vendor.range.from);
  if (!place) return updateSentence(document, vendor, changes);
  if (place.kind === 'row') return updateRow(document.text, place, vendor, changes);
  const edits = updateItem(document.text, place.entry, vendor, changes);
  return edits && stillRead(document, edits, vendor, changes.name) ? edits : null;
}

/** In a list a name is told by its form; a vendor that would no longer be read as one is not written. */
function stillRead(
  document: MarkdownDocument,
  edits: readonly TextEdit[],
  { name, range }: Vendor,
  next: string = name,
): boolean {
  if (edits.length === 0 || next === name) return true;
  const after = inspect(parseDocument(applyEdits(document.text, edits)));
  return after.vendors.some((read) => read.range.from === range.from && read.name === fold(next));
}

/** In running text a vendor can only be called otherwise, everywhere; and only where it is then still read as one. */
function updateSentence(
  document: MarkdownDocument,
  vendor: Vendor,
  { name, purpose, country, links }: Partial<VendorFields>,
): LensEdits {
  const others = [purpose ?? vendor.purpose, country ?? vendor.country].map(fold).join('\n');
  if (others !== `${vendor.purpose}\n${vendor.country}` || !sameLinks(links ?? vendor.links, vendor.links))
    return null;
  const words = fold(name ?? vendor.name);
  if (words === vendor.name) return [];
  const edits = renameWords(document, vendor.name, words);
  if (edits.length === 0) return null;
  const after = inspect(parseDocument(applyEdits(document.text, edits)));
  return after.vendors.some((read) => read.name === words) ? edits : null;
}

/**
 * Adds a vendor after the last one of the policy's first vendor table or list. A text that has neither gets a section with a
 * table.
 */
export function addVendor(
  document: MarkdownDocument,
  inspection: Inspection,
  fields: VendorFields,
): LensEdits {
  if (!fields.name.trim()) return null;
  const found = findPlaces(document);
  const places = inspection.vendors.flatMap((vendor) => found.get(vendor.range.from) ?? []);
  const row = places.find((place) => place.kind === 'row');
  if (row?.kind === 'row') return addRow(document.text, row.table, fields);
  const items = places.flatMap((place) => (place.kind === 'item' ? [place.entry] : []));
  return items.length > 0 ? addItem(document.text, items, fields) : startTable(document, inspection, fields);
}

function startTable(
  document: MarkdownDocument,
  inspection: Inspection,
  { name, purpose, country, links }: VendorFields,
): LensEdits {
  const linked = links.map((href) => `[Privacy policy](${writeTarget(href)})`).join(', ');
  const cells = [escapeMarkdown(name), escapeMarkdown(purpose), escapeMarkdown(country), linked];
  const table = `| Vendor | Purpose | Country | Privacy policy |\n| --- | --- | --- | --- |\n| ${cells.join(' | ')} |`;
  return [newSection(document, inspection, 'Service providers', table)];
}

/** Takes a vendor's row, item or paragraph out, with its line. */
export function removeVendor(document: MarkdownDocument, inspection: Inspection, index: number): LensEdits {
  const vendor = inspection.vendors[index];
  const place = vendor ? findPlaces(document).get(vendor.range.from) : undefined;
  if (!place) return null;
  const range = place.kind === 'row' ? place.row.range : (place.entry.item ?? place.entry.vendor.range);
  const lines = wholeLines(document.text, range);
  if (place.kind === 'row' || place.entry.item) return [{ ...lines, insert: '' }];
  const gap = /^(?:[ \t]*\n)*/.exec(document.text.slice(lines.to))?.[0].length ?? 0;
  return [{ from: lines.from, to: lines.to + gap, insert: '' }];
}

/**
 * Puts the rows of the first vendor table, else the items of the first vendor list, in the order of what they say; equal ones keep
 * their order.
 */
export function sortVendors(
  document: MarkdownDocument,
  by: 'name' | 'purpose' | 'country' = 'name',
): LensEdits {
  const reading = makeReading(document);
  const table = readVendorTables(reading)[0];
  const entries = table ? table.rows : listContents(document.text, readVendorLists(reading));
  if (entries.length < 2) return table ? [] : null;
  const sorted = [...entries].sort((x, y) =>
    x.vendor[by].localeCompare(y.vendor[by], 'en', { sensitivity: 'base' }),
  );
  return entries.flatMap(({ range }, index) => {
    const other = sorted[index]?.range ?? range;
    return other === range ? [] : [{ ...range, insert: document.text.slice(other.from, other.to) }];
  });
}

/** What stands behind the markers of the first list whose items are all vendors. */
function listContents(
  text: string,
  items: readonly VendorItem[],
): { readonly vendor: Vendor; readonly range: TextRange }[] {
  const contents: { vendor: Vendor; range: TextRange }[] = [];
  let end = -1;
  for (const { vendor, item } of items) {
    if (!item) continue;
    if (end >= 0 && text.slice(end, item.from).trim() !== '') break;
    end = item.from + text.slice(item.from, item.to).trimEnd().length;
    const marker = item.marker.to;
    const gap = /^[ \t]*/.exec(text.slice(marker, end))?.[0].length ?? 0;
    // Lines that go on are set in as deep as their own marker wants it.
    if (text.slice(marker, end).includes('\n')) return [];
    contents.push({ vendor, range: { from: marker + gap, to: end } });
  }
  return contents;
}

type Place =
  | { readonly kind: 'row'; readonly row: VendorRow; readonly table: VendorTable }
  | { readonly kind: 'item'; readonly entry: VendorItem };

/** Where vendors stand that can be written to, by the offset at which they begin. */
function findPlaces(document: MarkdownDocument): ReadonlyMap<number, Place> {
  const reading = makeReading(document);
  const places = new Map<number, Place>();
  for (const entry of [...readVendorLists(reading), ...readVendorParagraphs(reading)])
    places.set(entry.vendor.range.from, { kind: 'item', entry });
  for (const table of readVendorTables(reading))
    for (const row of table.rows) places.set(row.range.from, { kind: 'row', row, table });
  return places;
}

function updateRow(
  text: string,
  { row, table }: { row: VendorRow; table: VendorTable },
  vendor: Vendor,
  changes: Partial<VendorFields>,
): LensEdits {
  const { columns } = table;
  const edits: TextEdit[] = [];
  const fields = [
    [columns.name, vendor.name, changes.name],
    [columns.purpose, vendor.purpose, changes.purpose],
    [columns.country, vendor.country, changes.country],
  ] as const;
  for (const [column, old, next] of fields) {
    if (next === undefined || fold(next) === old) continue;
    const cell = row.cells[column];
    if (!cell) return null;
    edits.push(...writeCell(text, cell, fold(next)));
  }
  if (changes.links === undefined || sameLinks(changes.links, vendor.links)) return edits;
  const links = writeLinks(text, row, table, changes.links);
  return links ? [...edits, ...links] : null;
}

/** As many links as before get new targets in place; otherwise the last column of links is written anew. */
function writeLinks(
  text: string,
  row: VendorRow,
  table: VendorTable,
  links: readonly string[],
): TextEdit[] | null {
  const placed = row.links;
  if (placed.length === links.length && placed.every(({ hrefRange }) => hrefRange !== null))
    return placed.flatMap(({ hrefRange }, index) =>
      hrefRange ? replaceRange(text, hrefRange, writeTarget(links[index] ?? '')) : [],
    );
  const column = table.columns.links.at(-1);
  const cell = column === undefined ? undefined : row.cells[column];
  if (!cell || column === undefined || placed.some(({ from }) => from < cell.from)) return null;
  const kept = new Map(placed.map((link) => [link.href, text.slice(link.from, link.to)]));
  const written = links.map((href) => kept.get(href) ?? `[Privacy policy](${writeTarget(href)})`).join(', ');
  const end = row.range.to;
  const isLastCell = row.cells.at(-1) === cell;
  const range =
    isLastCell && placed.some(({ from }) => from >= cell.to)
      ? { from: cell.from, to: end }
      : cellRange(text, cell);
  return replaceRange(text, range, padded(text, cell, written));
}

function addRow(text: string, { table, rows, columns }: VendorTable, fields: VendorFields): LensEdits {
  const last = rows.at(-1);
  const sample = table.rows.find(({ from }) => from === last?.range.from) ?? table.head;
  const cells = table.head.cells.map((_, column) => {
    if (column === columns.name) return escapeMarkdown(fields.name);
    if (column === columns.purpose) return escapeMarkdown(fields.purpose);
    if (column === columns.country) return escapeMarkdown(fields.country);
    if (column !== columns.links[0]) return '';
    return fields.links.map((href) => `[Privacy policy](${writeTarget(href)})`).join(', ');
  });
  const at = last?.range.to ?? table.to;
  return [
    { from: at, to: at, insert: `\n${indentBefore(text, sample.from)}${writeRowLike(text, sample, cells)}` },
  ];
}

function updateItem(
  text: string,
  { nameRange, purposeRange, links }: VendorItem,
  vendor: Vendor,
  changes: Partial<VendorFields>,
): LensEdits {
  if (changes.country !== undefined && changes.country !== vendor.country) return null; // said once for the whole list
  const edits: TextEdit[] = [];
  if (changes.name !== undefined) edits.push(...replaceRange(text, nameRange, escapeMarkdown(changes.name)));
  if (changes.purpose !== undefined && fold(changes.purpose) !== vendor.purpose) {
    if (!changes.purpose.trim()) return null;
    if (purposeRange) edits.push(...replaceRange(text, purposeRange, escapeMarkdown(changes.purpose)));
    else if (vendor.purpose) return null;
    else edits.push(...firstPurpose(text, nameRange, links, changes.purpose));
  }
  if (changes.links === undefined || sameLinks(changes.links, vendor.links)) return edits;
  if (links.length !== changes.links.length) return null;
  for (const [index, { hrefRange }] of links.entries()) {
    if (!hrefRange) return null;
    edits.push(...replaceRange(text, hrefRange, writeTarget(changes.links[index] ?? '')));
  }
  return edits;
}

/** An item that is a name alone says what for after a dash. */
function firstPurpose(
  text: string,
  name: TextRange,
  links: readonly LinkInline[],
  purpose: string,
): TextEdit[] {
  const link = links.find(({ from, to }) => from <= name.from && name.to <= to);
  const marks = /^(?:\*\*|__|\*|_)?[.:]?(?:\*\*|__)?/.exec(text.slice(link?.to ?? name.to))?.[0].length ?? 0;
  const at = (link?.to ?? name.to) + marks;
  return [{ from: at, to: at, insert: ` – ${escapeMarkdown(purpose)}` }];
}

/** The last item with other words: its marker, its way to set the name, and what stands between name and purpose. */
function addItem(text: string, items: readonly VendorItem[], fields: VendorFields): LensEdits {
  const last = items.at(-1);
  if (!last) return null;
  const { item, nameRange, purposeRange, links } = last;
  const range = item ?? last.vendor.range;
  const name = escapeMarkdown(fields.name);
  const target = links[0]?.hrefRange;
  const pieces: TextEdit[] = [{ ...nameRange, insert: name }];
  if (target) {
    const href = fields.links[0];
    if (href) pieces.push({ ...target, insert: writeTarget(href) });
    else return null;
  } else if (fields.links.length > 0) return null;
  if (purposeRange) pieces.push({ ...purposeRange, insert: escapeMarkdown(fields.purpose) });
  else if (fields.purpose.trim()) return null;
  const end = range.from + text.slice(range.from, range.to).trimEnd().length;
  let written = '';
  let at = range.from;
  for (const piece of pieces.sort((x, y) => x.from - y.from)) {
    written += text.slice(at, piece.from) + piece.insert;
    at = piece.to;
  }
  written += text.slice(at, end);
  return [
    { from: end, to: end, insert: `${item ? '\n' : '\n\n'}${indentBefore(text, range.from)}${written}` },
  ];
}

function indentBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}

function wholeLines(text: string, { from, to }: TextRange): TextRange {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', to);
  return lineEnd < 0 ? { from: Math.max(0, start - 1), to: text.length } : { from: start, to: lineEnd + 1 };
}

function writeTarget(href: string): string {
  const clean = href.trim().replace(/[\s<>]/g, encodeURIComponent);
  return /[()]/.test(clean) ? `<${clean}>` : clean;
}

function sameLinks(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((link, index) => link === other[index]);
}

function fold(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
