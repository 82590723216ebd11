import type { AlignmentTopic, CoverageCell, CoveragePassage, CoverageStatus } from './alignment.ts';
import type { Passage } from './passages.ts';
import { describePhrases } from './topics/topic-phrases.ts';
import { categories, topics } from './topics/topic-tree.ts';

/** One strong phrase: the topic is at least mentioned. */
const MENTIONED = 3;
/** Two strong phrases, or a heading and anything under it, cover a topic. */
const COVERED = 6;
/** A passage that covers a topic gives it at least this share of what it says on topics. */
const COVERED_SHARE = 0.15;
/** A short passage covers with one strong phrase what is this much of it. */
const SHORT_SHARE = 0.4;

/** The rows of the matrix: the ten categories, then the finer topics below them. */
export const categoryRows: readonly AlignmentTopic[] = categories.map(({ id, name }) => ({
  id,
  name,
  parent: null,
  lookedFor: topics.filter((topic) => topic.category === id).map((topic) => topic.name),
}));
export const topicRows: readonly AlignmentTopic[] = topics.map((topic) => ({
  id: topic.id,
  name: topic.name,
  parent: topic.category,
  lookedFor: describePhrases(topic),
}));

/** One document's column over the ten categories: the best of the finer topics below each. */
export function coverCategories(
  document: number,
  passages: readonly Passage[],
  ids: readonly string[],
): CoverageCell[] {
  const totals = passages.map(totalWeight);
  return categories.map(({ id }) => {
    const below = topics.flatMap((topic, number) => (topic.category === id ? [number] : []));
    return coverRow(id, document, below, passages, totals, ids);
  });
}

/** One document's column over the finer topics. */
export function coverTopics(
  document: number,
  passages: readonly Passage[],
  ids: readonly string[],
): CoverageCell[] {
  const totals = passages.map(totalWeight);
  return topics.map((topic, number) => coverRow(topic.id, document, [number], passages, totals, ids));
}

/** One cell of it: what a document says on one finer topic. */
export function coverTopic(
  id: string,
  document: number,
  passages: readonly Passage[],
  ids: readonly string[],
): CoverageCell {
  const number = topics.findIndex((topic) => topic.id === id);
  if (number < 0) throw new Error(`There is no topic ${id}`);
  return coverRow(id, document, [number], passages, passages.map(totalWeight), ids);
}

/** What a passage says on all topics together. */
function totalWeight({ strengths }: Passage): number {
  let total = 0;
  for (const weight of strengths.weights) total += weight;
  return total;
}

function coverRow(
  row: string,
  document: number,
  wanted: readonly number[],
  passages: readonly Passage[],
  totals: readonly number[],
  ids: readonly string[],
): CoverageCell {
  const found = passages.flatMap((passage, index) => {
    const status = statusIn(passage, totals[index] ?? 0, wanted);
    return status === 'absent' ? [] : [{ status, cell: cellPassage(passage, ids[index] ?? '', wanted) }];
  });
  const covered = found.filter(({ status }) => status === 'covered');
  const shown = covered.length ? covered : found;
  return {
    topic: row,
    document,
    status: covered.length ? 'covered' : found.length ? 'mentioned' : 'absent',
    passages: shown.map(({ cell }) => cell),
  };
}

function statusIn({ strengths }: Passage, total: number, wanted: readonly number[]): CoverageStatus {
  const { weights, fromHeading } = strengths;
  let best: CoverageStatus = 'absent';
  for (const topic of wanted) {
    const weight = weights[topic] ?? 0;
    // Words of the text must speak, not only a heading that also fits.
    if (weight - (fromHeading[topic] ?? 0) < MENTIONED && weight < COVERED) continue;
    if (weight >= COVERED && weight >= COVERED_SHARE * total) return 'covered';
    if (weight >= SHORT_SHARE * total) return 'covered';
    best = 'mentioned';
  }
  return best;
}

function cellPassage(passage: Passage, section: string, wanted: readonly number[]): CoveragePassage {
  const evidence = wanted
    .flatMap((topic) => passage.strengths.evidence.get(topic) ?? [])
    .sort((x, y) => x.from - y.from || x.to - y.to);
  return { section, fromLine: passage.fromLine, toLine: passage.toLine, evidence };
}
