import type { FactValue, SharedVendor } from './facts-table.ts';
import { vendorKeys } from './same-vendor.ts';

interface Group {
  readonly keys: Set<string>;
  readonly namedBy: { readonly document: number; readonly value: FactValue }[];
}

/** Joins the vendors of several documents by name: in common first, then by name. `vendors` holds each document's list. */
export function shareVendors(vendors: readonly (readonly FactValue[])[]): SharedVendor[] {
  const groups: Group[] = [];
  vendors.forEach((values, document) => {
    for (const value of values) joinGroup(groups, document, value);
  });
  return groups
    .map(({ namedBy }) => ({ name: longestName(namedBy), namedBy }))
    .sort((x, y) => documentsOf(y) - documentsOf(x) || compareNames(x.name, y.name));
}

/** A name that fits two groups made so far shows that they are one. */
function joinGroup(groups: Group[], document: number, value: FactValue): void {
  const keys = vendorKeys(value.key);
  const fitting = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
  const [first, ...others] = fitting;
  if (!first) {
    groups.push({ keys: new Set(keys), namedBy: [{ document, value }] });
    return;
  }
  for (const other of others) {
    for (const key of other.keys) first.keys.add(key);
    first.namedBy.push(...other.namedBy);
    groups.splice(groups.indexOf(other), 1);
  }
  for (const key of keys) first.keys.add(key);
  first.namedBy.push({ document, value });
  first.namedBy.sort((x, y) => x.document - y.document);
}

function documentsOf({ namedBy }: SharedVendor): number {
  return new Set(namedBy.map(({ document }) => document)).size;
}

/** The fullest of the names, so that "Amazon Web Services" stands for "AWS" whoever comes first. */
function longestName(namedBy: Group['namedBy']): string {
  const names = namedBy.map(({ value }) => value.key);
  return names.sort((x, y) => y.length - x.length || compareNames(x, y))[0] ?? '';
}

function compareNames(x: string, y: string): number {
  const [a, b] = [x.toLowerCase(), y.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}
