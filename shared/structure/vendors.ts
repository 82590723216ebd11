import type { Vendor } from './inspection.ts';
import type { Reading } from './reading.ts';
import { nameKey } from './vendor-names.ts';
import { readVendorProfiles } from './vendor-profiles.ts';
import { readVendorLists, readVendorParagraphs } from './vendors-in-lists.ts';
import { readVendorProse } from './vendors-in-prose.ts';
import { readVendorTables } from './vendors-in-tables.ts';

/**
 * Reads the third parties a policy names as receiving or processing data, from tables, lists, titled paragraphs and prose, each
 * once. In lower case, `own` holds the company's own names, `terms` its defined terms, which in prose look like names too.
 */
export function readVendors(
  reading: Reading,
  own: ReadonlySet<string>,
  terms: ReadonlySet<string>,
): Vendor[] {
  const notVendors = new Set([...own, ...terms]);
  const listed = [
    ...readVendorTables(reading).flatMap(({ rows }) => rows.map((row) => row.vendor)),
    ...readVendorLists(reading).map((entry) => entry.vendor),
    ...readVendorParagraphs(reading).map((entry) => entry.vendor),
  ].filter(({ name }) => !own.has(name.toLowerCase()));
  const said = [...readVendorProfiles(reading, notVendors), ...readVendorProse(reading, notVendors)];
  const byName = new Map<string, Vendor>();
  for (const vendor of [...listed, ...said]) {
    const key = nameKey(vendor.name);
    const known = byName.get(key);
    if (known) byName.set(key, complete(known, vendor));
    else if (!isPartOfAnother(vendor.name, [...byName.values()])) byName.set(key, vendor);
  }
  return [...byName.values()]
    .map((vendor) => withAlias(reading.text, vendor))
    .sort((x, y) => x.range.from - y.range.from);
}

/** What a list leaves open, the text elsewhere may say. */
function complete(known: Vendor, other: Vendor): Vendor {
  return {
    ...known,
    purpose: known.purpose || other.purpose,
    country: known.country || other.country,
    links: known.links.length > 0 ? known.links : other.links,
  };
}

/** "Atlassian" in prose is the "Atlassian Confluence" of the table, but "Zoom" is not a part of "Zoominfo". */
function isPartOfAnother(name: string, known: readonly Vendor[]): boolean {
  const words = wordsOf(name);
  return nameKey(name).length > 3 && known.some((vendor) => wordsOf(vendor.name).includes(words));
}

function wordsOf(name: string): string {
  return ` ${
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;
}

/** A former name given once in brackets belongs to the name: "X (formerly Twitter)". */
function withAlias(text: string, vendor: Vendor): Vendor {
  const escaped = vendor.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const alias = new RegExp(
    `(?<![\\p{L}\\d])${escaped} (\\((?:fka|f/k/a|formerly(?: known as)?)\\b[^()\\n]{1,40}\\))`,
    'u',
  );
  const found = alias.exec(text)?.[1];
  return found ? { ...vendor, name: `${vendor.name} ${found}` } : vendor;
}
