import type { MarkdownDocument, TableCell } from '../../markdown/document.ts';
import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import type { TextEdit, TextRange } from '../../model/text.ts';
import type { Inspection, Vendor } from '../inspection.ts';
import { sourceRange, toPlainText } from '../plain-text.ts';
import { makeReading } from '../reading.ts';
import { readVendorLists, type VendorItem } from '../vendors-in-lists.ts';
import { readVendorTables, type VendorRow, type VendorTable } from '../vendors-in-tables.ts';
import { type LensEdits, replaceRange } from './edits.ts';
import { writeRowLike } from './table-source.ts';

/** What a person enters for a vendor. */
export interface VendorFields {
  readonly name: string;
  readonly purpose: string;
  readonly country: string;
  readonly links: readonly string[];
}

/** True if the vendor stands in a table or a list, the forms that can be written to. */
export function isWritableVendor(document: MarkdownDocument, vendor: Vendor): boolean {
  return findPlace(document, vendor) !== null;
}

/** Changes what a table row or list item says of a vendor; what is not named stays. */
export function updateVendor(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  changes: Partial<VendorFields>,
): LensEdits {
  const vendor = inspection.vendors[index];
  const place = vendor ? findPlace(document, vendor) : null;
  if (!vendor || !place || (changes.name !== undefined && !changes.name.trim())) return null;
  return place.kind === 'row'
    ? updateRow(document.text, place, vendor, changes)
    : updateItem(document.text, place.entry, vendor, changes);
}

/** Adds a vendor after the last one of the policy's first vendor table or list. */
export function addVendor(
  document: MarkdownDocument,
  inspection: Inspection,
  fields: VendorFields,
): LensEdits {
  if (!fields.name.trim()) return null;
  const places = inspection.vendors
    .map((vendor) => findPlace(document, vendor))
    .filter((place) => place !== null);
  const row = places.find((place) => place.kind === 'row');
  if (row?.kind === 'row') return addRow(document.text, row.table, fields);
  const items = places.flatMap((place) => (place.kind === 'item' ? [place.entry] : []));
  return items.length > 0 ? addItem(document.text, items, fields) : null;
}

/** Takes a vendor's row or item out, with its line. */
export function removeVendor(document: MarkdownDocument, inspection: Inspection, index: number): LensEdits {
  const vendor = inspection.vendors[index];
  const place = vendor ? findPlace(document, vendor) : null;
  if (!place) return null;
  const range =
    place.kind === 'row' ? place.row.range : { from: place.entry.item.from, to: place.entry.item.to };
  return [{ ...wholeLines(document.text, range), insert: '' }];
}

/** Puts the rows of the first vendor table in the order of their names; equal names keep their order. */
export function sortVendors(document: MarkdownDocument): LensEdits {
  const table = readVendorTables(makeReading(document))[0];
  if (!table) return null;
  const sorted = [...table.rows].sort((x, y) =>
    x.vendor.name.localeCompare(y.vendor.name, 'en', { sensitivity: 'base' }),
  );
  return table.rows.flatMap(({ range }, index) => {
    const other = sorted[index]?.range ?? range;
    return other === range ? [] : [{ ...range, insert: document.text.slice(other.from, other.to) }];
  });
}

type Place =
  | { readonly kind: 'row'; readonly row: VendorRow; readonly table: VendorTable }
  | { readonly kind: 'item'; readonly entry: VendorItem };

function findPlace(document: MarkdownDocument, vendor: Vendor): Place | null {
  const reading = makeReading(document);
  for (const table of readVendorTables(reading)) {
    const row = table.rows.find(({ range }) => range.from === vendor.range.from);
    if (row) return { kind: 'row', row, table };
  }
  const entry = readVendorLists(reading).find(({ item }) => item.from === vendor.range.from);
  return entry ? { kind: 'item', entry } : null;
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

/** A cell that is one link keeps it around the new words. */
function writeCell(text: string, cell: TableCell, words: string): TextEdit[] {
  const only = cell.inlines.length === 1 ? cell.inlines[0] : undefined;
  const inner = only && 'children' in only && words ? only.children : null;
  const plain = inner ? toPlainText(text, inner) : null;
  const range: TextRange = plain
    ? sourceRange(plain, 0, plain.text.length)
    : { from: cell.from, to: cell.to };
  return replaceRange(text, range, padded(text, cell, escapeMarkdown(words)));
}

/** Words put into an empty cell keep their distance from the bars. */
function padded(text: string, cell: TableCell, words: string): string {
  if (cell.from !== cell.to || !words) return words;
  const before = text[cell.from - 1] === '|' ? ' ' : '';
  const after = text[cell.to] === '|' ? ' ' : '';
  return before + words + after;
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
      : { from: cell.from, to: cell.to };
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
  { item, nameRange, purposeRange, links }: VendorItem,
  vendor: Vendor,
  changes: Partial<VendorFields>,
): LensEdits {
  if (changes.country !== undefined && changes.country !== vendor.country) return null; // said once for the whole list
  const edits: TextEdit[] = [];
  if (changes.name !== undefined) edits.push(...replaceRange(text, nameRange, escapeMarkdown(changes.name)));
  if (changes.purpose !== undefined && fold(changes.purpose) !== vendor.purpose) {
    if (!purposeRange || !changes.purpose.trim()) return null;
    edits.push(...replaceRange(text, purposeRange, escapeMarkdown(changes.purpose)));
  }
  if (changes.links === undefined || sameLinks(changes.links, vendor.links)) return edits;
  if (links.length !== changes.links.length || item.blocks.length === 0) return null;
  for (const [index, { hrefRange }] of links.entries()) {
    if (!hrefRange) return null;
    edits.push(...replaceRange(text, hrefRange, writeTarget(changes.links[index] ?? '')));
  }
  return edits;
}

/** The last item with other words: its marker, its way to set the name, and what stands between name and purpose. */
function addItem(text: string, items: readonly VendorItem[], fields: VendorFields): LensEdits {
  const last = items.at(-1);
  if (!last) return null;
  const { item, nameRange, purposeRange, links } = last;
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
  const end = item.from + text.slice(item.from, item.to).trimEnd().length;
  let written = '';
  let at = item.from;
  for (const piece of pieces.sort((x, y) => x.from - y.from)) {
    written += text.slice(at, piece.from) + piece.insert;
    at = piece.to;
  }
  written += text.slice(at, end);
  return [{ from: end, to: end, insert: `\n${indentBefore(text, item.from)}${written}` }];
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
