import type { LinkInline, Table, TableCell } from '../markdown/document.ts';
import type { TextRange } from '../model/text.ts';
import { isCountry } from './countries.ts';
import type { Vendor } from './inspection.ts';
import { isBareAddress, linksIn } from './links.ts';
import { type PlainText, toPlainText } from './plain-text.ts';
import type { Reading } from './reading.ts';
import { isGeneralPhrase } from './vendor-names.ts';

/** Which column of a vendor table holds what; -1 where there is none. */
export interface VendorColumns {
  readonly name: number;
  readonly purpose: number;
  readonly country: number;
  readonly links: readonly number[];
}

/** A vendor table: its columns and its vendors with the rows they stand in. */
export interface VendorTable {
  readonly table: Table;
  readonly columns: VendorColumns;
  readonly rows: readonly VendorRow[];
}

/** A vendor's row, with the rows below it that only continue its last cell. */
export interface VendorRow {
  readonly vendor: Vendor;
  readonly range: TextRange;
  readonly cells: readonly TableCell[];
  /** The links of all its cells and of the rows that continue it, one for each target. */
  readonly links: readonly LinkInline[];
}

const SURE_NAME =
  /\b(?:vendors?|(?:sub-?)?processors?|suppliers?|third[- ]part(?:y|ies)|(?:service )?providers?|partners?|recipients?|compan(?:y|ies))\b/i;
const POSSIBLE_NAME =
  /^(?:name|service|product|tool|entity|organi[sz]ation|platform|software|application|business)s?\b/i;
const PURPOSE =
  /\b(?:purposes?|services?|functions?|descriptions?|activit(?:y|ies)|used? (?:for|of)?|usage|role|nature|what (?:it|they|we|for))\b|^use$/i;
const COUNTRY = /\b(?:countr(?:y|ies)|locations?|regions?|jurisdictions?|place|located|hosted|where)\b/i;
const LINK =
  /\b(?:links?|url|website|web site|polic(?:y|ies)|privacy|more information|learn more|details)\b/i;
/** Columns that only tables of cookies have: there the first column names cookies, not companies. */
const COOKIE_COLUMN = /\b(?:duration|expir\w+|lifespan|lifetime|cookie (?:name|type)|type of cookie)\b/i;
const VENDOR_CONTEXT =
  /\b(?:vendors?|(?:sub-?)?processors?|service providers?|third[- ]part(?:y|ies)|suppliers|partners)\b/i;

/** Reads the tables that list vendors. Cells keep their columns even when earlier ones are empty. */
export function readVendorTables(reading: Reading): VendorTable[] {
  const tables: VendorTable[] = [];
  const seen = new Set<Table>();
  for (const passage of reading.passages) {
    const { table } = passage;
    if (!table || seen.has(table)) continue;
    seen.add(table);
    const grid = readGrid(reading.text, table);
    const header = grid[0]?.every((cell) => !cell.text.trim()) ? 1 : 0;
    const titles = (grid[header] ?? []).map((cell) => cell.text.trim());
    const before = reading.passages.slice(Math.max(0, passage.index - 2), passage.index);
    const heading = reading.headings[passage.heading]?.plain.text ?? '';
    const context = VENDOR_CONTEXT.test([heading, ...before.map((part) => part.plain.text)].join('\n'));
    const columns = findColumns(titles, context);
    const rows = columns ? readRows(reading, table, grid, header, columns) : [];
    if (columns && rows.length > 0) tables.push({ table, columns, rows });
  }
  return tables;
}

function readGrid(text: string, table: Table): PlainText[][] {
  return [table.head, ...table.rows].map((row) => row.cells.map((cell) => toPlainText(text, cell.inlines)));
}

function findColumns(titles: readonly string[], context: boolean): VendorColumns | null {
  if (titles.length < 2) return null;
  const cookies = titles.some((title) => COOKIE_COLUMN.test(title));
  let name = titles.findIndex((title) => SURE_NAME.test(title) && !LINK.test(title) && !COUNTRY.test(title));
  if (name < 0 && context && !cookies) name = titles.findIndex((title) => POSSIBLE_NAME.test(title));
  if (name < 0) return null;
  const rest = (pattern: RegExp, taken: readonly number[]): number =>
    titles.findIndex((title, index) => index !== name && !taken.includes(index) && pattern.test(title));
  const country = rest(COUNTRY, []);
  const links = titles.flatMap((title, index) =>
    index !== name && index !== country && LINK.test(title) ? [index] : [],
  );
  const purpose = rest(PURPOSE, [country, ...links]);
  return purpose < 0 && country < 0 && links.length === 0 ? null : { name, purpose, country, links };
}

function readRows(
  reading: Reading,
  table: Table,
  grid: readonly PlainText[][],
  header: number,
  columns: VendorColumns,
): VendorRow[] {
  const rows: VendorRow[] = [];
  table.rows.forEach((row, index) => {
    const cells = grid[index + 1] ?? [];
    if (index + 1 <= header) return;
    const previous = rows.at(-1);
    const links = uniqueLinks(
      row.cells.flatMap((cell) => linksIn(cell.inlines)).filter((link) => !isBareAddress(reading.text, link)),
    );
    if (isContinuation(row, reading.text, grid[header]?.length ?? 0)) {
      if (previous) rows[rows.length - 1] = extend(previous, links, row.to);
      return;
    }
    const name = clean(cells[columns.name]?.text);
    if (!name || isGeneralPhrase(name)) return;
    const range = { from: row.from, to: row.to };
    const country = clean(cells[columns.country]?.text);
    const vendor = {
      name,
      purpose: clean(cells[columns.purpose]?.text),
      country: country || clean(cells.find((cell) => isCountry(cell.text))?.text),
      links: links.map(({ href }) => href),
      line: reading.lines.lineAt(row.from),
      range,
    };
    rows.push({ range, cells: row.cells, links, vendor });
  });
  return rows;
}

/** A row without a bar in a table of several columns: the second line of the cell above, as HTML-to-text tools break them. */
function isContinuation(row: TextRange, text: string, columns: number): boolean {
  return columns > 1 && !/(?<!\\)\|/.test(text.slice(row.from, row.to));
}

function extend(row: VendorRow, more: readonly LinkInline[], to: number): VendorRow {
  const range = { from: row.range.from, to };
  const links = uniqueLinks([...row.links, ...more]);
  return { ...row, range, links, vendor: { ...row.vendor, links: links.map(({ href }) => href), range } };
}

function uniqueLinks(links: readonly LinkInline[]): LinkInline[] {
  return links.filter(({ href }, index) => links.findIndex((other) => other.href === href) === index);
}

function clean(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
