import type { TextRange } from '../model/text.ts';
import { findEmails } from './email-addresses.ts';
import { addressAfter } from './entity-address.ts';
import { registrationAfter } from './entity-registration.ts';
import type { LegalEntity, Vendor } from './inspection.ts';
import { findLegalNames } from './legal-names.ts';
import { sourceRange } from './plain-text.ts';
import type { Passage, Reading } from './reading.ts';
import { isGeneralPhrase, nameKey } from './vendor-names.ts';

/** What the text says right before or after a name when the company is the policy's own. */
const OWN_BEFORE =
  /(?:\b(?:owned|operated|maintained|built|run|published|controlled|provided|offered)(?: and \w+)* by|\b(?:company|entity|controllers?|corporation|name)(?: \([^)]*\))? (?:is|are|being|:|refers to|means)|\bwe mean|controller[^.]{0,80}\bis:?|©(?: ?\d{4}(?:\s?[-–]\s?\d{4})?,?)?|\bcopyright\b.{0,20}|\b(?:we are|contact(?:ing)? (?:us )?at|(?:offered|provided) by|write to(?: us)?(?: at)?|mail(?:ed)?(?: to)?:?|address(?:ed to)?:?|activities by|explains how|describes how|agreement (?:with|between you and)|contract(?:ing)? with|between you and|products? of|part of|privacy (?:policy|notice|statement) (?:of|for))) ?(?:the )?$/i;
const OWN_AFTER =
  /^(?:['’]s privacy|,? ?\((?:[^()]{0,80})["“‘]|,? ?(?:and|with) (?:its|our) (?:affiliates|subsidiaries|group)|,? (?:a|an|another) (?:group member|group company|member of (?:our|the)\b[^.,;]{0,20}\bgroup)|,? (?:is|are|acts?) (?:the|a|an|our|committed|responsible|joint)\b|,? ?(?:respects|values|takes your|operat\w+|collects?|complies|fully owns|doing business|d\/b\/a|dba)|,? (?:a|an) (?:company|corporation|\p{L}+ (?:company|corporation|limited))|,? (?:located at|with (?:its |an |a )?(?:registered|principal|address|offices?)|registered|whose|having its)|,? which (?:is|has|act))/iu;
const REPRESENTATIVE =
  /\b(?:representative|data protection officer|\bDPO|ombuds\w*|arbitrat\w*|supervisory)\b/i;

/** "Our representative is …", "contact our DPO at …": somebody else, acting for the company. */
const REPRESENTATIVE_OF = /\b(?:representative|DPO|officer)\b[^.]{0,30}$/i;

/** Clauses about the shops that an app is loaded from name their owners as parties. */
const STORE = /\b(?:app store|google play|play store|itunes)\b/i;
const ANNOUNCES_ADDRESS =
  /\b(?:mail|post|write to|writing|contact|reach|address(?:es)?|served? (?:by|at|on))\b[^.]{0,80}:\s*$/i;
/** Longer lines are sentences. */
const LONGEST_ADDRESS_LINE = 60;

interface Mention {
  readonly name: string;
  readonly passage: Passage;
  readonly at: TextRange;
}

/**
 * Reads the legal entities behind a policy. A name with a legal form counts when the text says it is the policy's own, or when
 * its first word is that of an address or a site of the policy's; other companies named in passing are none.
 */
export function readEntities(reading: Reading, vendors: readonly Vendor[], title: string): LegalEntity[] {
  const mentions = findMentions(reading);
  const own = ownMarks(reading, title);
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = nameKey(mention.name);
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  const foreign = (mention: Mention): boolean =>
    vendors.some((vendor) => {
      const { range } = mention.passage;
      return (
        (vendor.range.from <= range.from && range.to <= vendor.range.to) ||
        sharesFirstWord(vendor.name, mention.name)
      );
    });
  const accepted = [...groups.values()].filter((group) => {
    const brand = own.some((mark) => mark.length > 2 && nameKey(group[0]?.name ?? '').startsWith(mark));
    return (
      brand ||
      (!group.some(foreign) &&
        group.some((mention) => isSaidToBeOwn(mention) || isAddressee(reading, mention)))
    );
  });
  const family = new Set(accepted.map((group) => firstWord(group[0]?.name ?? '')));
  return [...groups.values()].flatMap((group) => {
    const isOwn = accepted.includes(group) || family.has(firstWord(group[0]?.name ?? ''));
    if (isOwn) return [toEntity(reading, group, false)];
    return !group.some(foreign) && group.some(isRepresentative) ? [toEntity(reading, group, true)] : [];
  });
}

function findMentions(reading: Reading): Mention[] {
  return reading.passages.flatMap((passage) =>
    findLegalNames(passage.plain.text).map(({ name, from, to }) => ({ name, passage, at: { from, to } })),
  );
}

/** Keys of names that are the policy's own: hosts of its addresses, the archived site, and a name that opens its title. */
function ownMarks(reading: Reading, title: string): string[] {
  const hosts = findEmails(reading.text).map(({ email }) => /@([^.]+)\./.exec(email)?.[1] ?? '');
  const archived = /archived|wayback/i.test(reading.text.slice(0, 600)) ? reading.text.slice(0, 600) : '';
  const site = /\b([\w-]+)\.(?:com|org|net|io|co|app|eu|de|it|uk)\b/.exec(archived)?.[1] ?? '';
  const opening = title.split(/\s/)[0] ?? '';
  const brand = isGeneralPhrase(opening) ? '' : opening;
  return [...new Set([...hosts, site, brand].map(nameKey))];
}

function sharesFirstWord(vendor: string, name: string): boolean {
  return firstWord(vendor).length > 2 && firstWord(vendor) === firstWord(name);
}

function firstWord(name: string): string {
  return nameKey(name.trim().split(/[\s,]+/)[0] ?? '');
}

function isSaidToBeOwn({ passage, at }: Mention): boolean {
  const { text } = passage.plain;
  if (REPRESENTATIVE_OF.test(text.slice(Math.max(0, at.from - 60), at.from))) return false;
  if (passage.kind === 'metadata') return true;
  const alone = nameKey(text).length - nameKey(text.slice(at.from, at.to)).length < 3;
  if (alone && !passage.item && passage.kind !== 'cell') return true; // a cell of names is a list of others
  const before = text.slice(Math.max(0, at.from - 120), at.from);
  if (
    passage.kind === 'paragraph' &&
    !passage.item &&
    !REPRESENTATIVE.test(before) &&
    headsAddress(text, at.to)
  )
    return true;
  if (STORE.test(text.slice(Math.max(0, at.from - 200), at.to + 200))) return false;
  const service = /\bservices? provided by ?$/i.test(before);
  return (!service && OWN_BEFORE.test(before)) || OWN_AFTER.test(text.slice(at.to, at.to + 120));
}

/** "You may write to us at:" and then a paragraph that opens with the name. */
function isAddressee(reading: Reading, { passage, at }: Mention): boolean {
  const above = reading.passages[passage.index - 1]?.plain.text.slice(-160) ?? '';
  const opens = passage.kind === 'paragraph' && !passage.item && at.from === 0;
  return opens && ANNOUNCES_ADDRESS.test(above) && !REPRESENTATIVE.test(above);
}

/** A name with a postal address on the lines below it. */
function headsAddress(text: string, at: number): boolean {
  const [rest = '', street = '', town = ''] = text.slice(at, at + 200).split('\n');
  if (/[\p{L}\d]/u.test(rest) || !/\d/.test(street + town)) return false;
  return (
    street.length < LONGEST_ADDRESS_LINE && /^[\p{Lu}\d]/u.test(street) && !/[.!?:]\s\p{Lu}/u.test(street)
  );
}

function isRepresentative({ passage, at }: Mention): boolean {
  return REPRESENTATIVE.test(passage.plain.text.slice(Math.max(0, at.from - 120), at.to + 80));
}

function toEntity(reading: Reading, group: readonly Mention[], thirdParty: boolean): LegalEntity {
  const first = group[0];
  if (!first) throw new Error('An entity without a mention');
  const pick = (read: (mention: Mention) => string): string => group.map(read).find(Boolean) ?? '';
  const range = sourceRange(first.passage.plain, first.at.from, first.at.to);
  return {
    name: first.name,
    role: roleOf(group, thirdParty),
    address: pick(({ passage, at }) => addressAfter(reading, passage, at.to)),
    id: pick(({ passage, at }) => registrationAfter(passage.plain.text, at.to)),
    line: reading.lines.lineAt(range.from),
    range,
  };
}

function roleOf(group: readonly Mention[], thirdParty: boolean): string {
  const around = group
    .map(({ passage, at }) => passage.plain.text.slice(Math.max(0, at.from - 100), at.to + 100))
    .join('\n');
  if (thirdParty)
    return /data protection officer|\bDPO\b/i.test(around)
      ? 'data protection officer (third party)'
      : 'representative (third party)';
  const controller = /\bjoint(?: data)? controllers?\b/i.test(around)
    ? ', joint controller'
    : /\bdata controller\b|\bcontroller (?:of|for|is)\b/i.test(around)
      ? ', data controller'
      : '';
  return `company${controller}`;
}
