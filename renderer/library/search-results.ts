import type { SearchHit, WordsInPolicy } from '../../shared/ipc/history-requests.ts';
import { formatDate } from '../components/format-date.ts';

/** The hits in one policy, in the order in which they came. */
export interface HitGroup {
  readonly policyId: number;
  readonly company: string;
  readonly policy: string;
  readonly hits: readonly SearchHit[];
}

/** A piece of an excerpt; `from` is its offset in it. */
export interface ExcerptPart {
  readonly from: number;
  readonly text: string;
  readonly matched: boolean;
}

/** Characters of context before the first match that still fit into a result. */
const LEAD = 90;
const LONGEST = 420;

/** Groups hits by policy; the policy with the best hit comes first. */
export function groupHits(hits: readonly SearchHit[]): readonly HitGroup[] {
  const groups = new Map<number, SearchHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.policyId);
    if (group) group.push(hit);
    else groups.set(hit.policyId, [hit]);
  }
  return [...groups.values()].map((group) => ({
    policyId: group[0]?.policyId ?? 0,
    company: group[0]?.company ?? '',
    policy: group[0]?.policy ?? '',
    hits: group,
  }));
}

/** "in version 4", "in versions 3 to 9". */
export function versionRange({ fromVersion, toVersion }: SearchHit): string {
  return fromVersion === toVersion
    ? `in version ${fromVersion}`
    : `in versions ${fromVersion} to ${toVersion}`;
}

/** "2 May 2019", "2 May 2019 to 7 Dec 2023": the days from which the first and the last of these versions count. */
export function dateRange({ fromVersion, toVersion, fromDate, toDate }: SearchHit): string {
  return fromVersion === toVersion
    ? formatDate(fromDate)
    : `${formatDate(fromDate)} to ${formatDate(toDate)}`;
}

/** "Came in on 3 Mar 2014 (version 1), and is there now." */
export function whenWords({ times, hasNow }: WordsInPolicy): string {
  const spans = times.map(({ version, date, until }) => {
    const came = `on ${formatDate(date)} (version ${version})`;
    return until ? `${came}, taken out on ${formatDate(until.date)} (version ${until.version})` : came;
  });
  const [first = '', ...again] = spans;
  const later = again.map((span) => `; back ${span}`).join('');
  return `Came in ${first}${later}. ${hasNow ? 'The policy has it now.' : 'The policy has it no more.'}`;
}

/** An excerpt cut to what is around its matches, in pieces that are matched or not. */
export function excerptParts({
  excerpt,
  matches,
}: Pick<SearchHit, 'excerpt' | 'matches'>): readonly ExcerptPart[] {
  const ordered = [...matches].sort((a, b) => a.from - b.from);
  const first = ordered[0]?.from ?? 0;
  const start = wordStart(excerpt, Math.max(0, first - LEAD), first);
  const end = wordEnd(excerpt, Math.min(excerpt.length, start + LONGEST), first);
  const parts: ExcerptPart[] = [];
  const push = (from: number, to: number, matched: boolean): void => {
    if (to > from) parts.push({ from, text: excerpt.slice(from, to), matched });
  };
  let at = start;
  for (const match of ordered) {
    const from = Math.max(at, Math.min(match.from, end));
    const to = Math.max(from, Math.min(match.to, end));
    push(at, from, false);
    push(from, to, true);
    at = to;
  }
  push(at, end, false);
  return withEllipses(parts, start > 0, end < excerpt.length);
}

function withEllipses(
  parts: readonly ExcerptPart[],
  before: boolean,
  after: boolean,
): readonly ExcerptPart[] {
  return parts.map((part, index) => ({
    ...part,
    text: `${before && index === 0 ? '…' : ''}${part.text}${after && index === parts.length - 1 ? '…' : ''}`,
  }));
}

/** The beginning of the first whole word from `at` on, but not past `limit`. */
function wordStart(text: string, at: number, limit: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at - 1);
  return space < 0 || space >= limit ? at : space + 1;
}

/** The end of the last whole word up to `at`, but not before `limit`. */
function wordEnd(text: string, at: number, limit: number): number {
  if (at === text.length) return at;
  const space = text.lastIndexOf(' ', at);
  return space <= limit ? at : space;
}
