import fc from 'fast-check';
import { parseDocument } from '../../../../shared/markdown/parse-document.ts';
import { inspect } from '../../../../shared/structure/inspect.ts';
import type { Inspection, Vendor } from '../../../../shared/structure/inspection.ts';
import { renameEmail, renameEntity, writeDate } from '../../../../shared/structure/lenses/details-lens.ts';
import { addHistoryEntry } from '../../../../shared/structure/lenses/history-lens.ts';
import {
  changeLevel,
  moveSection,
  renameSection,
  renumberSections,
} from '../../../../shared/structure/lenses/outline-lens.ts';
import { renameTerm } from '../../../../shared/structure/lenses/terms-lens.ts';
import {
  addVendor,
  removeVendor,
  sortVendors,
  updateVendor,
} from '../../../../shared/structure/lenses/vendors-lens.ts';
import { apply, differ, fold, pick } from './law-helpers.ts';
import { PANEL_KINDS, PANEL_LAWS } from './panel-laws.ts';

/** A policy as the lenses see it. */
export interface Policy {
  readonly text: string;
  readonly document: ReturnType<typeof parseDocument>;
  readonly inspection: Inspection;
}

/** Reads a text once for all laws. */
export function readPolicy(text: string): Policy {
  const document = parseDocument(text);
  return { text, document, inspection: inspect(document) };
}

/** An edit through a lens; the numbers are taken modulo what there is. */
export interface RandomEdit {
  readonly kind: (typeof KINDS)[number];
  readonly index: number;
  readonly other: number;
  readonly words: string;
  readonly iso: string;
}

const KINDS = [
  'rename-section',
  'change-level',
  'move-section',
  'renumber',
  'date',
  'email',
  'entity',
  'term',
  'history',
  'vendor',
  'add-vendor',
  'remove-vendor',
  'sort-vendors',
  ...PANEL_KINDS,
] as const;

const NASTY = [
  '1. Data',
  '- a',
  '# b',
  '> c',
  '*d*',
  '[e](f)',
  'g_h_i',
  '<j>',
  '&amp;',
  'k | l',
  '`m`',
  '\\n',
  '~~o~~',
  '![p](q)',
  '---',
  'https://r.example/s_t',
  'a@b.example',
  'x #',
  '=',
  '[1]: u',
  '“v”',
  'w, Inc.',
  '微信',
  'Ärger',
  ':x:',
  '\\|',
  '**',
];

/** Edits with words that Markdown might take for markup. */
export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  index: fc.nat(),
  other: fc.nat(),
  words: fc
    .array(
      fc.oneof(
        fc.constantFrom(...NASTY),
        fc.constantFrom('Data', 'Personal', 'services', 'We', 'keep'),
        fc.string({ maxLength: 8 }),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((parts) => parts.join(' ')),
  iso: fc
    .date({
      min: new Date('2001-01-01T00:00:00Z'),
      max: new Date('2040-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10)),
});

/** How a lens broke a law, or null. Edits that the text has no place for break none. */
export function violation(policy: Policy, edit: RandomEdit): string | null {
  switch (edit.kind) {
    case 'rename-section':
      return renaming(policy, edit);
    case 'change-level':
      return levels(policy, edit);
    case 'move-section':
      return moving(policy, edit);
    case 'renumber':
      return renumbering(policy);
    case 'date':
      return dating(policy, edit);
    case 'email':
    case 'entity':
    case 'term':
      return naming(policy, edit);
    case 'history':
      return history(policy, edit);
    case 'vendor':
    case 'add-vendor':
    case 'remove-vendor':
    case 'sort-vendors':
      return vendors(policy, edit);
    default:
      return PANEL_LAWS[edit.kind](policy, edit);
  }
}

function renaming({ text, document, inspection }: Policy, { index, words }: RandomEdit): string | null {
  const at = pick(index, inspection.sections);
  const old = inspection.sections[at];
  if (!old) return null;
  const unchanged = renameSection(document, inspection, at, old.heading);
  if (old.heading && unchanged?.length !== 0) return `writing back "${old.heading}" changed it`;
  const after = apply(text, renameSection(document, inspection, at, words));
  if (!after) return null;
  const headings = inspection.sections.map(({ heading, level }, i) => [
    level,
    i === at ? fold(words) : heading,
  ]);
  return differ(
    after.sections.map(({ heading, level }) => [level, heading]),
    headings,
  );
}

function levels({ text, document, inspection }: Policy, { index, other }: RandomEdit): string | null {
  const at = pick(index, inspection.sections);
  const by = other % 2 === 0 ? 1 : -1;
  const after = apply(text, changeLevel(document, inspection, at, by));
  if (!after) return null;
  const top = inspection.sections[at]?.level ?? 0;
  let inside = true;
  const expected = inspection.sections.map(({ heading, level }, i) => {
    if (i < at) return [level, heading];
    if (i > at && level <= top) inside = false;
    return [inside ? level + by : level, heading];
  });
  return differ(
    after.sections.map(({ heading, level }) => [level, heading]),
    expected,
  );
}

function moving({ text, document, inspection }: Policy, { index, other }: RandomEdit): string | null {
  const { sections } = inspection;
  const at = pick(index, sections);
  const before = other % (sections.length + 1);
  const edits = moveSection(document, inspection, at, before);
  const after = apply(text, edits);
  const top = sections[at];
  if (!after || !top || edits?.length === 0) return null;
  let end = sections.findIndex(({ level }, i) => i > at && level <= top.level);
  if (end < 0) end = sections.length;
  const moved = sections.slice(at, end);
  const rest = sections.filter((_, i) => i < at || i >= end);
  rest.splice(before > at ? before - moved.length : before, 0, ...moved);
  const order = (list: Inspection['sections']): string[] =>
    list.map(({ level, heading }) => `${level} ${heading}`);
  return differ(order(after.sections), order(rest)) ?? differ(own(after.text, after), own(text, inspection));
}

/** The text of each section up to the next heading, in an order of its own, and what stands before the first. */
function own(text: string, { sections }: Inspection): string[] {
  const starts = sections.map(({ range }) => range.from);
  const parts = starts.map((from, i) => text.slice(from, starts[i + 1] ?? text.length).trim());
  return [...parts.sort(), text.slice(0, starts[0] ?? text.length).trim()];
}

function renumbering({ text, document, inspection }: Policy): string | null {
  const after = apply(text, renumberSections(document, inspection));
  if (!after) return null;
  const again = renumberSections(parseDocument(after.text), after);
  return again?.length === 0
    ? null
    : `numbering twice changed it again: ${JSON.stringify(again).slice(0, 200)}`;
}

function dating({ text, document, inspection }: Policy, { index, iso }: RandomEdit): string | null {
  const at = pick(index, inspection.dates);
  const date = inspection.dates[at];
  if (!date || date.kind === 'archived') return null;
  if (writeDate(document, inspection, at, date.iso)?.length !== 0)
    return `writing back ${date.iso} changed it`;
  const after = apply(text, writeDate(document, inspection, at, iso));
  const read = after?.dates[at];
  return after && (read?.iso !== iso || read.kind !== date.kind)
    ? `wrote ${iso}, read ${read?.iso} as ${read?.kind}`
    : null;
}

function naming({ text, document, inspection }: Policy, { kind, index, words }: RandomEdit): string | null {
  if (kind === 'email') {
    const at = pick(index, inspection.emails);
    const old = inspection.emails[at];
    const next = `box${index % 97}@seeds.example`;
    if (old && renameEmail(document, inspection, at, old.email)?.length !== 0)
      return 'writing back an address changed it';
    const after = apply(text, old ? renameEmail(document, inspection, at, next) : null);
    return after && !after.emails.some(({ email }) => email === next)
      ? `the address ${next} is not read back`
      : null;
  }
  if (kind === 'entity') {
    const at = pick(index, inspection.entities);
    const old = inspection.entities[at];
    const after = apply(
      text,
      old ? renameEntity(document, inspection, at, `Larkspur ${index % 97} GmbH`) : null,
    );
    return after?.text.includes(`${old?.name},`) ? `"${old?.name}" is left` : null;
  }
  const at = pick(index, inspection.definedTerms);
  const old = inspection.definedTerms[at];
  if (!old) return null;
  if (renameTerm(document, inspection, at, old.term)?.length !== 0) return 'writing back a term changed it';
  const name = fold(words.replace(/[^\p{L} ]/gu, '')).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  const after = apply(text, name.length > 2 ? renameTerm(document, inspection, at, `${name}x`) : null);
  if (!after) return null;
  return after.text.includes(`${name}x`) ? null : `the term "${name}x" is not written`;
}

function history({ text, document, inspection }: Policy, { words, iso }: RandomEdit): string | null {
  const note = `Changed ${fold(words.replace(/\d/g, ''))}`.trim();
  const edits = addHistoryEntry(document, inspection, { iso, note });
  const after = apply(text, edits);
  if (!after || edits?.length === 0) return null;
  const before = inspection.history.map((entry) => `${entry.iso} ${entry.note}`);
  const read = after.history.map((entry) => `${entry.iso} ${entry.note}`);
  const added = read.filter((entry) => !before.includes(entry));
  if (read.length !== before.length + 1 || added.length > 1)
    return `${before.length} entries became ${read.length}`;
  return added.length === 0 || added[0]?.startsWith(iso) ? null : `wrote ${iso}, read ${added[0]}`;
}

function vendors(
  { text, document, inspection }: Policy,
  { kind, index, other, words }: RandomEdit,
): string | null {
  const at = pick(index, inspection.vendors);
  const vendor = inspection.vendors[at];
  const fields = {
    name: `Postbox${index % 97}`,
    purpose: 'Answering of letters',
    country: 'Ireland',
    links: ['https://p.example/x'],
  };
  const names = (list: readonly Vendor[]): string[] => list.map(({ name }) => name);
  if (kind === 'add-vendor') {
    const after = apply(text, addVendor(document, inspection, fields));
    if (!after) return null;
    const added = after.vendors.find(({ name }) => name === fields.name);
    return added && after.vendors.length === inspection.vendors.length + 1 && added.purpose === fields.purpose
      ? null
      : `added ${fields.name}, read ${JSON.stringify(added)} among ${after.vendors.length}`;
  }
  if (kind === 'remove-vendor') {
    const after = apply(text, removeVendor(document, inspection, at));
    const left = after?.vendors.some(
      ({ name, range }) => name === vendor?.name && range.from === vendor.range.from,
    );
    return left ? `${vendor?.name} is still there` : null;
  }
  if (kind === 'sort-vendors') {
    const edits = sortVendors(document);
    const after = apply(text, edits);
    if (!after) return null;
    return sortVendors(parseDocument(after.text))?.length === 0
      ? differ(names(after.vendors).sort(), names(inspection.vendors).sort())
      : 'sorting twice changed it again';
  }
  if (!vendor) return null;
  const same = updateVendor(document, inspection, at, vendor);
  if (same !== null && same.length > 0)
    return `writing back ${vendor.name} changed it: ${JSON.stringify(same).slice(0, 200)}`;
  const purpose = fold(`Keeps ${words}`);
  const changes = [
    { name: fields.name },
    { purpose },
    { country: 'Ireland' },
    { links: [...vendor.links.slice(1), 'https://p.example/(y)'] },
  ][other % 4];
  const edits = updateVendor(document, inspection, at, changes ?? {});
  const after = apply(text, edits);
  if (!after) return null;
  const before = (edits ?? []).filter(({ to }) => to <= vendor.range.from);
  const moved = before.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
  // Vendors that share a title stand at one place, in order.
  const beside = (list: readonly Vendor[], from: number): Vendor[] =>
    list.filter(({ range }) => range.from === from);
  const nth = beside(inspection.vendors, vendor.range.from).indexOf(vendor);
  const read = beside(after.vendors, vendor.range.from + moved)[nth];
  const wanted = { ...vendor, ...changes };
  // An address written into the purpose is a link like any other.
  const linked = (value: Vendor | undefined): readonly string[] =>
    (value?.links ?? []).filter((link) => !changes?.purpose?.includes(link.replace(/^\w+:(?:\/\/)?/, '')));
  const parts = (value: Vendor | undefined): unknown => [
    value?.name,
    value?.purpose.replace(/[.;,]+$/, ''),
    value?.country,
    linked(value),
  ];
  return differ(parts(read), parts(wanted));
}
