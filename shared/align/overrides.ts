import type { AlignmentLink, LinkOverride, LinkReasons, OverrideEnd, PassageSummary } from './alignment.ts';
import { findAnchor } from './anchors.ts';

/** As much of a document as overrides need. */
interface OverriddenDocument {
  readonly key: string;
  readonly document: { readonly sections: readonly PassageSummary[] };
}

/** The user's own link needs no reason but the user. */
const NO_REASONS: LinkReasons = {
  topics: [],
  topicSimilarity: 0,
  headingSimilarity: 0,
  wordingSimilarity: 0,
  sharedTerms: [],
  sharedSpellings: [],
};

/**
 * Applies what the user said: broken links go, confirmed ones stay or are made, in order of documents and passages. The last word
 * on a pair holds. `broken` are those of the computed links that went. `lost` gives the places in `overrides` of those whose passages are gone while both policies are at the table.
 */
export function applyOverrides(
  documents: readonly OverriddenDocument[],
  computed: readonly AlignmentLink[],
  overrides: readonly LinkOverride[],
): {
  readonly links: readonly AlignmentLink[];
  readonly lost: readonly number[];
  readonly broken: readonly Pick<AlignmentLink, 'from' | 'to'>[];
} {
  const order = new Map<string, number>();
  for (const { document } of documents) for (const { id } of document.sections) order.set(id, order.size);
  const links = new Map(computed.map((link) => [linkKey(link), link]));
  const lost: number[] = [];
  const broken = new Map<string, Pick<AlignmentLink, 'from' | 'to'>>();
  overrides.forEach((override, index) => {
    const ends = [override.from, override.to].map((end) => findEnd(documents, end));
    if (ends.includes(undefined)) return;
    const [x, y] = ends.filter((id) => id !== undefined && id !== null).sort(byOrder(order));
    if (!x || !y) {
      lost.push(index);
      return;
    }
    const key = linkKey({ from: x, to: y });
    if (override.verdict === 'confirmed') {
      broken.delete(key);
      links.set(key, confirm(links.get(key), x, y));
      return;
    }
    if (links.delete(key)) broken.set(key, { from: x, to: y });
  });
  const place = (id: string): number => order.get(id) ?? 0;
  const sorted = [...links.values()].sort(
    (x, y) => place(x.from) - place(y.from) || place(x.to) - place(y.to),
  );
  return { links: sorted, lost, broken: [...broken.values()] };
}

function confirm(computed: AlignmentLink | undefined, from: string, to: string): AlignmentLink {
  return computed
    ? { ...computed, score: 1, origin: 'confirmed' }
    : { from, to, score: 1, origin: 'confirmed', reasons: NO_REASONS };
}

/** The passage's id; null where it is gone, undefined where its policy is not at the table. */
function findEnd(documents: readonly OverriddenDocument[], end: OverrideEnd): string | null | undefined {
  const sections = documents.find(({ key }) => key === end.key)?.document.sections;
  if (!sections) return undefined;
  const found = findAnchor(
    sections.map(({ anchor }) => anchor),
    end.anchor,
  );
  return sections[found]?.id ?? null;
}

function byOrder(order: ReadonlyMap<string, number>): (x: string, y: string) => number {
  return (x, y) => (order.get(x) ?? 0) - (order.get(y) ?? 0);
}

function linkKey({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from} ${to}`;
}
