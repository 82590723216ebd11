import { basename, dirname, extname } from 'node:path';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import type { IsoDate } from '../../../shared/model/policy.ts';
import { inspect } from '../../../shared/structure/inspect.ts';
import type { Inspection } from '../../../shared/structure/inspection.ts';
import { statedEffectiveDate } from '../effective-date.ts';
import { brandName } from './brand-name.ts';
import type { ParsedFile } from './parsed-file.ts';

/** Where an imported text belongs and when it counts from. */
export interface PolicyDescription {
  readonly company: string;
  readonly policy: string;
  readonly effectiveDate: IsoDate | null;
  /** When a web archive saved it; null when unknown. */
  readonly archivedOn: IsoDate | null;
  readonly url: string | null;
}

export interface GivenNames {
  readonly company?: string | undefined;
  readonly policy?: string | undefined;
}

/** The usual kinds of policy, the more specific first; what matches names the policy. */
const KINDS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'Cookie Policy', pattern: /\bcookies?\b/iu },
  { name: 'Data Processing Agreement', pattern: /\bdata[\s_-]*processing\b|\bdpa\b/iu },
  { name: 'Acceptable Use Policy', pattern: /\bacceptable[\s_-]*use\b/iu },
  { name: 'Community Guidelines', pattern: /\bcommunity[\s_-]*(?:guidelines|standards|rules)\b/iu },
  { name: 'Sub-processors', pattern: /\bsub-?processors?\b/iu },
  { name: 'Refund Policy', pattern: /\brefunds?\b/iu },
  { name: 'Privacy Policy', pattern: /\bprivacy\b|\bdatenschutz\b|\bconfidentialité\b/iu },
  {
    name: 'Terms of Service',
    pattern:
      /\bterms\b|\btos\b|\bconditions[\s_-]*of[\s_-]*(?:use|service)\b|\beula\b|\buser[\s_-]*agreement\b/iu,
  },
];

/** A folder name that says nothing about a company. */
const NEUTRAL_FOLDER =
  /^(?:\.|tmp|temp|downloads?|documents?|desktop|policies|legal|files?|home|root|data|seeds|import|docs?|src)$/iu;
const MAX_NAME = 120;

/** Names the company and the policy that a file holds, from what the user gave, the text, the file's name and its folder. */
export function describePolicy(file: string, parsed: ParsedFile, given: GivenNames): PolicyDescription {
  const inspection = inspect(parseDocument(parsed.text));
  return {
    company: clip(given.company ?? companyName(file, parsed, inspection)),
    policy: clip(given.policy ?? policyName(file, parsed, inspection)),
    effectiveDate: statedEffectiveDate(inspection),
    archivedOn: inspection.archive?.archivedOn || null,
    url: inspection.archive?.snapshot || parsed.url || null,
  };
}

function companyName(file: string, { text, url }: ParsedFile, inspection: Inspection): string {
  if (inspection.archive?.company) return inspection.archive.company;
  const brand = brandName(text, [spaced(file), basename(dirname(file))]);
  if (brand) return brand;
  const [entity] = inspection.entities;
  if (entity) return entity.name;
  if (url) return new URL(url).hostname.replace(/^www\./, '');
  const folder = basename(dirname(file));
  return folder && !NEUTRAL_FOLDER.test(folder) ? folder : nameFromFile(file);
}

function policyName(file: string, parsed: ParsedFile, inspection: Inspection): string {
  for (const candidate of [inspection.title, parsed.title, spaced(file)]) {
    const kind = KINDS.find(({ pattern }) => pattern.test(candidate));
    if (kind) return kind.name;
  }
  return inspection.title || parsed.title || majorityKind(parsed.text) || nameFromFile(file);
}

/** A text without a title is of the kind that its beginning speaks of most. */
function majorityKind(text: string): string {
  const head = text.slice(0, 4000);
  const counted = KINDS.map(({ name, pattern }) => ({
    name,
    count: head.match(new RegExp(pattern.source, 'giu'))?.length ?? 0,
  })).filter(({ count }) => count > 0);
  return counted.sort((x, y) => y.count - x.count)[0]?.name ?? '';
}

function nameFromFile(file: string): string {
  return spaced(file) || 'Untitled';
}

function spaced(file: string): string {
  return basename(file, extname(file)).replace(/[_-]+/g, ' ').trim();
}

function clip(name: string): string {
  return name.replace(/\s+/gu, ' ').trim().slice(0, MAX_NAME) || 'Untitled';
}
