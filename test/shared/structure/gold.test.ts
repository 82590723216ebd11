import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { normaliseText } from '../../../shared/model/text.ts';
import { inspect } from '../../../shared/structure/inspect.ts';
import type { Inspection } from '../../../shared/structure/inspection.ts';
import { readShared, sharedDir } from '../../helpers/shared-data.ts';

interface Gold {
  readonly file: string;
  readonly dates: readonly { iso: string }[];
  readonly entities: readonly { name: string; role: string }[];
  readonly emails: readonly { email: string; occurrences: number }[];
  readonly defined_terms: readonly { term: string; kind: string }[];
  readonly vendors: readonly {
    name: string;
    core: boolean;
    country: string;
    links: readonly string[];
    purpose: string;
  }[];
  readonly time_commitments: readonly { value: number | null; unit: string; line: number }[];
  readonly history: readonly { iso: string }[];
  readonly links: readonly { url: string }[];
}

/** Floors well under what is reached, so that a change that costs something is seen and noise is not. */
const FLOORS: Readonly<Record<string, number>> = {
  dates: 1,
  entities: 0.9,
  emails: 1,
  definedTerms: 0.9,
  vendors: 0.95,
  timeCommitments: 0.9,
  history: 1,
  links: 0.99,
};

interface Keys {
  readonly found: readonly string[];
  readonly wanted: readonly string[];
  /** Items that count neither way. */
  readonly optional?: readonly string[];
}

describe.skipIf(sharedDir === null)('extraction gold', () => {
  const documents = readDocuments();

  it.each(Object.keys(FLOORS))('reaches the floor for %s', (field) => {
    const score = f1(documents.map(({ gold, found }) => keysOf(field, gold, found)));
    expect(score).toBeGreaterThanOrEqual(FLOORS[field] ?? 1);
  });

  it('counts how often each address stands in the text', () => {
    for (const { gold, found } of documents)
      expect(
        found.emails.map(({ email, occurrences }) => `${email} ${occurrences}`).sort(),
        gold.file,
      ).toEqual(gold.emails.map(({ email, occurrences }) => `${email} ${occurrences}`).sort());
  });

  it('gives vendors their country, links and purpose', () => {
    const parts = documents.flatMap(({ gold, found }) =>
      gold.vendors.flatMap((wanted) => {
        const vendor = found.vendors.find((candidate) => key(candidate.name) === key(wanted.name));
        if (!vendor || !wanted.core) return [];
        return [
          !wanted.country || key(vendor.country) === key(wanted.country),
          wanted.links.length === 0 || [...vendor.links].sort().join() === [...wanted.links].sort().join(),
          !wanted.purpose || overlap(vendor.purpose, wanted.purpose) >= 0.5,
        ];
      }),
    );
    expect(parts.filter(Boolean).length / parts.length).toBeGreaterThanOrEqual(0.95);
  });
});

function readDocuments(): { gold: Gold; found: Inspection }[] {
  if (sharedDir === null) return [];
  return readdirSync(`${sharedDir}/corpus/extraction/gold`).map((name) => {
    const gold = JSON.parse(readShared(`corpus/extraction/gold/${name}`)) as Gold;
    const text = normaliseText(readShared(`corpus/documents/${basename(gold.file)}`));
    return { gold, found: inspect(parseDocument(text)) };
  });
}

function keysOf(field: string, gold: Gold, found: Inspection): Keys {
  switch (field) {
    case 'dates':
      return {
        found: unique(found.dates.filter(({ kind }) => kind !== 'archived').map(({ iso }) => iso)),
        wanted: unique(gold.dates.map(({ iso }) => iso)),
      };
    case 'entities':
      return {
        found: found.entities.map(({ name }) => key(name)),
        wanted: names(gold.entities.filter(({ role }) => !role.includes('third party'))),
        optional: names(gold.entities.filter(({ role }) => role.includes('third party'))),
      };
    case 'emails':
      return { found: found.emails.map(({ email }) => email), wanted: gold.emails.map(({ email }) => email) };
    case 'definedTerms': {
      const optional = (kind: string): boolean => ['acronym', 'descriptive', 'alias'].includes(kind);
      return {
        found: found.definedTerms.map(({ term }) => key(term)),
        wanted: gold.defined_terms.filter(({ kind }) => !optional(kind)).map(({ term }) => key(term)),
        optional: gold.defined_terms.filter(({ kind }) => optional(kind)).map(({ term }) => key(term)),
      };
    }
    case 'vendors':
      return {
        found: names(found.vendors),
        wanted: names(gold.vendors.filter(({ core }) => core)),
        optional: names(gold.vendors.filter(({ core }) => !core)),
      };
    case 'timeCommitments':
      return {
        found: found.timeCommitments.map(({ value, unit, line }) => `${value} ${unit} ${line}`),
        wanted: gold.time_commitments
          .filter(({ value }) => value !== null)
          .map(({ value, unit, line }) => `${value} ${unit} ${line}`),
      };
    case 'history':
      return { found: found.history.map(({ iso }) => iso), wanted: gold.history.map(({ iso }) => iso) };
    default:
      return { found: found.links.map(({ url }) => url), wanted: gold.links.map(({ url }) => url) };
  }
}

/** Micro-averaged over documents, as the corpus's own scorer does. */
function f1(parts: readonly Keys[]): number {
  let hits = 0;
  let found = 0;
  let wanted = 0;
  for (const part of parts) {
    const rest = [...part.wanted];
    const optional = part.optional ?? [];
    for (const item of part.found) {
      const at = rest.indexOf(item);
      if (at >= 0) {
        rest.splice(at, 1);
        hits++;
      } else if (optional.includes(item)) continue;
      found++;
    }
    wanted += part.wanted.length;
  }
  return (2 * hits) / Math.max(1, found + wanted);
}

function names(items: readonly { name: string }[]): string[] {
  return items.map(({ name }) => key(name));
}

function key(text: string | null): string {
  return (text ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '');
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}

function overlap(found: string, wanted: string): number {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z0-9]+/g) ?? []);
  const [x, y] = [words(found), words(wanted)];
  return [...x].filter((word) => y.has(word)).length / Math.max(1, new Set([...x, ...y]).size);
}
