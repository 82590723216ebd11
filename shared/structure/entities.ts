import type { TextRange } from '../model/text.ts';
import { addressAfter } from './entity-address.ts';
import { registrationAfter } from './entity-registration.ts';
import type { LegalEntity, Vendor } from './inspection.ts';
import { findLegalNames } from './legal-names.ts';
import { sourceRange } from './plain-text.ts';
import type { Passage, Reading } from './reading.ts';
import { nameKey } from './vendor-names.ts';

/** What the text says right before or after a name when the company is the policy's own. */
const OWN_BEFORE =
  /(?:\b(?:owned|operated|maintained|built|run|published|controlled|provided|offered)(?: and \w+)* by|\b(?:company|entity|controllers?|corporation|name)(?: \([^)]*\))? (?:is|are|being|:)|controller[^.]{0,80}\bis:?|©(?: ?\d{4}(?:\s?[-–]\s?\d{4})?,?)?|\bcopyright\b.{0,20}|\b(?:we are|contact(?:ing)? (?:us )?at|write to(?: us)?(?: at)?|mail(?:ed)?(?: to)?:?|address(?:ed to)?:?|activities by|explains how|describes how|agreement (?:with|between you and)|contract(?:ing)? with|between you and|products? of|part of|privacy (?:policy|notice|statement) (?:of|for))) ?(?:the )?$/i;
const OWN_AFTER =
  /^(?:['’]s privacy|,? ?\((?:[^()]{0,80})["“‘]|,? ?(?:and|with) (?:its|our) (?:affiliates|subsidiaries|group)|,? (?:is|are|acts?) (?:the|a|an|our|committed|responsible|joint)\b|,? ?(?:respects|values|takes your|operat\w+|collects?|complies|fully owns|doing business|d\/b\/a|dba)|,? (?:a|an) (?:company|corporation|\p{L}+ (?:company|corporation|limited))|,? (?:located at|with (?:its |an |a )?(?:registered|principal)|registered|whose|having its)|,? which (?:is|has|act))/iu;
const REPRESENTATIVE =
  /\b(?:representative|data protection officer|\bDPO|ombuds\w*|arbitrat\w*|supervisory)\b/i;

interface Mention {
  readonly name: string;
  readonly passage: Passage;
  readonly at: TextRange;
}

/**
 * Reads the legal entities behind a policy. A name with a legal form counts when the text says it is the policy's own, or when
 * its first word is that of an address or a site of the policy's; other companies named in passing are none.
 */
export function readEntities(reading: Reading, vendors: readonly Vendor[]): LegalEntity[] {
  const mentions = findMentions(reading);
  const own = ownMarks(reading);
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
  const entities: LegalEntity[] = [];
  for (const [key, group] of groups) {
    const brand = own.some((mark) => mark.length > 2 && key.startsWith(mark));
    const said = group.filter((mention) => isSaidToBeOwn(mention));
    const appointed = group.filter((mention) => isRepresentative(mention));
    if (!brand && group.some(foreign)) continue;
    if (!brand && said.length === 0 && appointed.length === 0) continue;
    entities.push(toEntity(reading, group, !brand && said.length === 0));
  }
  return entities;
}

function findMentions(reading: Reading): Mention[] {
  return reading.passages.flatMap((passage) =>
    findLegalNames(passage.plain.text).map(({ name, from, to }) => ({ name, passage, at: { from, to } })),
  );
}

/** Keys of names that are the policy's own: hosts of its addresses, and the archived site. */
function ownMarks(reading: Reading): string[] {
  const hosts = [...reading.text.matchAll(/[\w.+-]+@([\w-]+)\.[\w.]+/g)].map((match) => match[1] ?? '');
  const archived = /archived|wayback/i.test(reading.text.slice(0, 600)) ? reading.text.slice(0, 600) : '';
  const site = /\b([\w-]+)\.(?:com|org|net|io|co|app|eu|de|it|uk)\b/.exec(archived)?.[1] ?? '';
  return [...new Set([...hosts, site].map(nameKey))];
}

function sharesFirstWord(vendor: string, name: string): boolean {
  const first = (text: string): string => nameKey(text.trim().split(/[\s,]+/)[0] ?? '');
  return first(vendor).length > 2 && first(vendor) === first(name);
}

function isSaidToBeOwn({ passage, at }: Mention): boolean {
  const { text } = passage.plain;
  if (passage.kind === 'metadata') return true;
  if (nameKey(text).length - nameKey(text.slice(at.from, at.to)).length < 3 && !passage.item) return true;
  const before = text.slice(Math.max(0, at.from - 120), at.from);
  const service = /\bservices? provided by ?$/i.test(before);
  return (!service && OWN_BEFORE.test(before)) || OWN_AFTER.test(text.slice(at.to, at.to + 120));
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
