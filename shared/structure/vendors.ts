import type { Vendor } from './inspection.ts';
import type { Reading } from './reading.ts';
import { nameKey } from './vendor-names.ts';
import { readVendorLists } from './vendors-in-lists.ts';
import { readVendorTables } from './vendors-in-tables.ts';

/** Reads the third parties a policy names as receiving or processing data, from tables, lists and prose, each once. */
export function readVendors(reading: Reading): Vendor[] {
  const found = [
    ...readVendorTables(reading).flatMap(({ rows }) => rows.map((row) => row.vendor)),
    ...readVendorLists(reading).map((entry) => entry.vendor),
  ];
  const byName = new Map<string, Vendor>();
  for (const vendor of found) {
    const key = nameKey(vendor.name);
    if (!byName.has(key)) byName.set(key, vendor);
  }
  return [...byName.values()].sort((x, y) => x.range.from - y.range.from);
}
