import type { LinkInline, ListItem } from '../markdown/document.ts';
import type { TextRange } from '../model/text.ts';
import { locatedIn } from './countries.ts';
import type { Vendor } from './inspection.ts';
import { isBareAddress, linksIn, linksOf } from './links.ts';
import { sourceRange } from './plain-text.ts';
import { headingOf, type Passage, type Reading } from './reading.ts';
import { describeVendor } from './vendor-description.ts';
import { isKindOfRecipient, isProperName, NAME_PATTERN } from './vendor-names.ts';

/** One vendor of a list with its item, or with its paragraph where the list is one in all but its marks. */
export interface VendorItem {
  readonly vendor: Vendor;
  /** Null for a paragraph. */
  readonly item: ListItem | null;
  /** The name within the item. */
  readonly nameRange: TextRange;
  /** What it does; null where the item does not say it in one plain stretch. */
  readonly purposeRange: TextRange | null;
  readonly links: readonly LinkInline[];
}

/** The words before a list that announce companies rather than kinds of data or of recipients. */
const ANNOUNCES_VENDORS =
  /\b(?:(?:sub-?)?processors?|vendors?|suppliers?|(?:third[- ]party|external) (?:services?|providers?|software|tools?|companies|(?:\w+ )?partners)|service providers?|(?:analytics|advertising|measurement) partners)\b/i;
const LEGAL_FORM = /,? (?:Inc|LLC|Ltd|Limited|Corp|GmbH|PBC|LP|S\.?A|B\.?V)\.?$/;
/** "6.1 Privacy Policy" is a document or a section, and so is what is all in capitals. */
const A_DOCUMENT =
  /^\d+\.|^\p{Lu}{2,} [\p{Lu} ]+$|\b(?:Policy|Notice|Statement|Terms|Agreement|Addendum|Guidelines)\b/u;
/** "Acme Pay processes all payments": what a listed company does for the policy's. */
const ACTING = new RegExp(
  `^(${NAME_PATTERN}) (?:processes|provides|hosts|handles|powers|delivers|sends|stores|manages|monitors|tracks|serves|analy[sz]es|enables|supports|helps)\\b`,
  'u',
);
/** An item that is nothing but a name. */
const LONGEST_NAME = 40;
/** A list counts when this share of its items opens with a name. */
const NAMED_SHARE = 0.6;

/** Reads the lists whose items each present a vendor: name or linked name, then what it does. */
export function readVendorLists(reading: Reading): VendorItem[] {
  const vendors: VendorItem[] = [];
  for (const group of itemGroups(reading.passages)) {
    const first = group[0];
    if (!first) continue;
    const intro = introOf(reading, first);
    if (!ANNOUNCES_VENDORS.test(`${headingOf(reading, first)}\n${intro}`)) continue;
    const named = group.flatMap((passage) => readItem(reading, passage, intro) ?? []);
    if (named.length >= Math.max(1, group.length * NAMED_SHARE)) vendors.push(...named);
  }
  return vendors;
}

/** Vendors that have a paragraph each, opening with the name in bold: lists in all but their marks. */
export function readVendorParagraphs(reading: Reading): VendorItem[] {
  return reading.passages.flatMap((passage): VendorItem[] => {
    const { plain, kind, item, range, line } = passage;
    const lead = plain.marks.find(
      (mark) => mark.kind === 'strong' && /^\W*$/.test(plain.text.slice(0, mark.from)),
    );
    if (kind !== 'paragraph' || item || !lead || !ANNOUNCES_VENDORS.test(headingOf(reading, passage)))
      return [];
    const name = plain.text.slice(lead.from, lead.to).trim().replace(/:$/, '');
    const rest = plain.text.slice(lead.to);
    if (!/^\s*(?:[–—:|-]|\()/.test(rest) || !isVendorName(name)) return [];
    const links = plain.marks.filter((mark) => mark.kind === 'link');
    const { purpose, country } = describeVendor(
      rest,
      links.map(({ from, to }) => plain.text.slice(from, to).trim()),
    );
    const nameAt = lead.from + plain.text.slice(lead.from, lead.to).indexOf(name);
    const at = purpose ? plain.text.indexOf(purpose, lead.to) : -1;
    const addresses = [...new Set(links.map(({ href }) => href))];
    return [
      {
        item: null,
        nameRange: sourceRange(plain, nameAt, nameAt + name.length),
        purposeRange: at < 0 ? null : sourceRange(plain, at, at + purpose.length),
        links: linksWithin(reading, range),
        vendor: { name, purpose, country, links: addresses, line, range },
      },
    ];
  });
}

/** The links of a passage that is a whole paragraph or a line of one. */
function linksWithin(reading: Reading, range: TextRange): LinkInline[] {
  return linksOf(reading).filter(
    (link) => link.from >= range.from && link.to <= range.to && !isBareAddress(reading.text, link),
  );
}

function isVendorName(name: string): boolean {
  return isProperName(name.replace(LEGAL_FORM, '')) && !isKindOfRecipient(name) && !A_DOCUMENT.test(name);
}

/** The first passages of list items, grouped by neighbourhood. */
function itemGroups(passages: readonly Passage[]): Passage[][] {
  const groups: Passage[][] = [];
  let open: Passage[] | null = null;
  let item: ListItem | null = null;
  for (const passage of passages) {
    if (!passage.item) {
      open = null;
      continue;
    }
    if (!open) {
      open = [];
      groups.push(open);
    }
    if (passage.item !== item) open.push(passage);
    item = passage.item;
  }
  return groups;
}

/** The last paragraph before a list, within the same section. */
function introOf(reading: Reading, first: Passage): string {
  const before = reading.passages[first.index - 1];
  return before && before.kind === 'paragraph' ? before.plain.text : '';
}

function readItem({ text, lines }: Reading, passage: Passage, intro: string): VendorItem | null {
  const { plain, item } = passage;
  if (!item) return null;
  const lead = leadOf(passage);
  if (!lead) return null;
  const name = plain.text.slice(lead.from, lead.to).trim().replace(/[.:]$/, '');
  const linked = plain.marks.some(
    (mark) => mark.kind === 'link' && mark.from <= lead.from && /^https?:/i.test(mark.href),
  );
  if (!name || A_DOCUMENT.test(name) || (!linked && !isVendorName(name))) return null;
  const nameRange = sourceRange(plain, lead.from, lead.from + name.length);
  const first = item.blocks[0];
  const links =
    first?.kind === 'paragraph' ? linksIn(first.inlines).filter((link) => !isBareAddress(text, link)) : [];
  const linkTexts = plain.marks
    .filter(({ kind }) => kind === 'link')
    .map(({ from, to }) => plain.text.slice(from, to).trim());
  const { purpose, country } = describeVendor(plain.text.slice(lead.to), linkTexts);
  const at = purpose ? plain.text.indexOf(purpose, lead.to) : -1;
  return {
    item,
    nameRange,
    purposeRange: at < 0 ? null : sourceRange(plain, at, at + purpose.length),
    links,
    vendor: {
      name,
      purpose,
      country: country || locatedIn(lastSentence(intro)),
      links: [...new Set(links.map(({ href }) => href))],
      line: lines.lineAt(item.from),
      range: { from: item.from, to: item.to },
    },
  };
}

/** The name an item opens with: its leading link or bold words, or what stands before the first dash or colon. */
function leadOf(passage: Passage): TextRange | null {
  const { text, marks } = passage.plain;
  const mark = marks.find(
    ({ kind, from }) => (kind === 'link' || kind === 'strong') && /^\W*$/.test(text.slice(0, from)),
  );
  if (mark) return { from: mark.from, to: mark.to };
  const whole = text.trim();
  if (whole.length <= LONGEST_NAME && isProperName(whole))
    return { from: text.indexOf(whole), to: text.indexOf(whole) + whole.length };
  const acting = ACTING.exec(text)?.[1];
  if (acting) return { from: 0, to: acting.length };
  const separated =
    /^\s*(.{1,60}?)(?:\s[–—-]\s|:\s|\s\(|\.\s|,\s(?!(?:Inc|LLC|Ltd|Corp|LP|PBC|S\.|B\.V)))/u.exec(text);
  if (!separated?.[1]) return null;
  const from = separated[0].indexOf(separated[1]);
  return { from, to: from + separated[1].length };
}

/** "All located in the US" counts when it stands right before the list. */
function lastSentence(intro: string): string {
  return intro.slice(-200);
}
