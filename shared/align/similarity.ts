import type { LinkReasons } from './alignment.ts';
import { everydayTerms } from './everyday-terms.ts';
import type { PassageFeatures } from './passage-features.ts';
import { topics } from './topics/topic-tree.ts';

/** How alike two passages are, by part; each part is 0 to 1. Symmetric: the order of the two changes no value. */
export interface Similarity {
  /** Cosine of the topic profiles. */
  readonly topics: number;
  /** TF-IDF cosine of the words that carry meaning. */
  readonly wording: number;
  /** Topics that both headings name. */
  readonly headings: number;
  /** How far one's subject is spoken of in the other, whatever else the other says. */
  readonly containment: number;
  /** The same where the other is the general section under which that subject belongs. */
  readonly generality: number;
  /** The first is the general section under which the second's subject belongs, and the other way round. */
  readonly gathersA: boolean;
  readonly gathersB: boolean;
  /** Both have headings; where one has none, nothing is held against them for naming no topic in common. */
  readonly titled: boolean;
  /** Of the two headings, how many name only subjects that the other passage hardly speaks of. */
  readonly foreignHeadings: number;
}

/** What each part of a similarity counts for. */
export type PartWeights = Pick<Similarity, 'topics' | 'wording' | 'headings' | 'containment' | 'generality'>;

/** TF-IDF weights by term, scaled to length 1. */
export type TermVector = ReadonlyMap<string, number>;

/**
 * Weights of the parts, chosen on ten annotated pairs (privacy policies, terms, cookie notices) with little depending on them:
 * left out in turn, a pair scores 0.03 below what it does here (decision 0170).
 */
const WEIGHTS: PartWeights = { topics: 1, wording: 0.9, headings: 0.4, containment: 0.5, generality: 0.7 };
/** Generality from which a section gathers another, however many it has that are nearer. */
const GATHERED = 0.3;
/** What a heading takes away that names only subjects on which the other passage is silent. */
const FOREIGN_HEADING = 0.1;
/** Presence from which a passage speaks of a topic at all: one usual phrase. */
const SPOKEN = 0.2;
/** A general section need not be mostly about the general topic: two thirds of it count as all. */
const GENERALITY_GAIN = 1.5;

/** Reasons shown for a link. */
const MOST_TOPICS = 3;
const MOST_TERMS = 8;

const broader: readonly number[] = topics.map((topic) =>
  topics.findIndex((candidate) => candidate.id === topic.broader),
);

/** One number, 0 to 1, from the parts, with the weights in use. */
export function totalSimilarity(parts: Similarity): number {
  return weighSimilarity(parts, WEIGHTS);
}

/** The same with other weights, to measure what depends on them. */
export function weighSimilarity(parts: Similarity, weights: PartWeights): number {
  const weighed =
    weights.topics * parts.topics +
    weights.wording * parts.wording +
    weights.headings * parts.headings +
    weights.containment * parts.containment +
    weights.generality * parts.generality;
  const scale = sumOf(weights) - (parts.titled ? 0 : weights.headings);
  return (weighed / scale) * (1 - FOREIGN_HEADING * parts.foreignHeadings);
}

function sumOf({ topics: about, wording, headings, containment, generality }: PartWeights): number {
  return about + wording + headings + containment + generality;
}

/** Compares two passages; `wording` comes from `termCosine`. */
export function comparePassages(a: PassageFeatures, b: PassageFeatures, wording: number): Similarity {
  const [underA, underB] = [underGeneral(b, a), underGeneral(a, b)];
  return {
    topics: profileCosine(a, b),
    wording,
    headings: overlap(a.headingTopics, b.headingTopics),
    containment: Math.max(contained(a, b), contained(b, a)),
    generality: Math.max(underA, underB),
    gathersA: underA >= GATHERED,
    gathersB: underB >= GATHERED,
    titled: a.hasHeading && b.hasHeading,
    foreignHeadings: Number(isForeign(a, b)) + Number(isForeign(b, a)),
  };
}

function profileCosine(a: PassageFeatures, b: PassageFeatures): number {
  let sum = 0;
  for (const topic of a.topics) sum += (a.profile[topic] ?? 0) * (b.profile[topic] ?? 0);
  return sum;
}

function contained(inner: PassageFeatures, outer: PassageFeatures): number {
  let sum = 0;
  for (const topic of inner.topics) sum += (inner.profile[topic] ?? 0) ** 2 * (outer.presence[topic] ?? 0);
  return sum;
}

function underGeneral(inner: PassageFeatures, outer: PassageFeatures): number {
  let sum = 0;
  for (const topic of inner.topics) {
    const general = broader[topic] ?? -1;
    const presence = outer.presence[topic] ?? 0;
    if (general < 0 || presence === 0) continue;
    const isGeneral = outer.headingTopics.has(general)
      ? 1
      : Math.min(1, GENERALITY_GAIN * (outer.profile[general] ?? 0));
    sum += (inner.profile[topic] ?? 0) ** 2 * presence * isGeneral;
  }
  return sum;
}

/** True where a heading names subjects and the other passage hardly speaks of any. */
function isForeign({ headingTopics }: PassageFeatures, other: PassageFeatures): boolean {
  for (const topic of headingTopics) if ((other.presence[topic] ?? 0) >= SPOKEN) return false;
  return headingTopics.size > 0;
}

function overlap<T>(x: ReadonlySet<T>, y: ReadonlySet<T>): number {
  let common = 0;
  for (const item of x) if (y.has(item)) common++;
  return common === 0 ? 0 : common / Math.sqrt(x.size * y.size);
}

/**
 * TF-IDF vectors of the passages of two documents. Frequencies are counted over just these two, so that a third document at the
 * table changes no link between them.
 */
export function termVectors(
  a: readonly PassageFeatures[],
  b: readonly PassageFeatures[],
): readonly [readonly TermVector[], readonly TermVector[]] {
  const frequency = new Map<string, number>();
  for (const passage of [...a, ...b])
    for (const term of passage.terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const count = a.length + b.length;
  const vector = (passage: PassageFeatures): TermVector => weighTerms(passage.terms, frequency, count);
  return [a.map(vector), b.map(vector)];
}

function weighTerms(
  terms: ReadonlyMap<string, number>,
  frequency: ReadonlyMap<string, number>,
  count: number,
): TermVector {
  const weights = new Map<string, number>();
  let square = 0;
  for (const [term, times] of terms) {
    const weight = (1 + Math.log(times)) * Math.log(count / (frequency.get(term) ?? count));
    if (weight <= 0) continue;
    weights.set(term, weight);
    square += weight * weight;
  }
  const length = Math.sqrt(square) || 1;
  for (const [term, weight] of weights) weights.set(term, weight / length);
  return weights;
}

/**
 * Cosine of two vectors of length 1. The shorter is walked; of two as long, both, so that the sum of floating point numbers is
 * the same whichever is named first.
 */
export function termCosine(x: TermVector, y: TermVector): number {
  if (x.size === y.size) return (dotProduct(x, y) + dotProduct(y, x)) / 2;
  return x.size < y.size ? dotProduct(x, y) : dotProduct(y, x);
}

function dotProduct(walked: TermVector, other: TermVector): number {
  let sum = 0;
  for (const [term, weight] of walked) {
    const matched = other.get(term);
    if (matched !== undefined) sum += weight * matched;
  }
  return sum;
}

/** Why a link stands: topics and terms that both passages bring, the weightiest first. */
export function explainLink(
  a: PassageFeatures,
  b: PassageFeatures,
  termsA: TermVector,
  termsB: TermVector,
  parts: Similarity,
): LinkReasons {
  const sharedTopics = a.topics
    .filter((topic) => (b.profile[topic] ?? 0) > 0)
    .sort((x, y) => product(a, b, y) - product(a, b, x) || x - y)
    .slice(0, MOST_TOPICS);
  const sharedTerms = [...termsA.keys()]
    .filter((term) => termsB.has(term) && !everydayTerms.has(term))
    .map((term) => ({ term, weight: (termsA.get(term) ?? 0) * (termsB.get(term) ?? 0) }))
    .sort((x, y) => y.weight - x.weight || (x.term < y.term ? -1 : 1))
    .slice(0, MOST_TERMS);
  const spellings = sharedTerms.map(({ term }) => spellingsOf(term, a, b));
  return {
    topics: sharedTopics.map((topic) => topics[topic]?.id ?? ''),
    topicSimilarity: parts.topics,
    headingSimilarity: parts.headings,
    wordingSimilarity: parts.wording,
    sharedTerms: spellings.map(([shortest = '']) => shortest),
    sharedSpellings: spellings.flat(),
  };
}

/** Every spelling of a stem in either passage, the shortest first. */
function spellingsOf(term: string, a: PassageFeatures, b: PassageFeatures): string[] {
  const all = [a, b].flatMap(({ spellings }) => spellings.get(term)?.split(' ') ?? []);
  return [...new Set(all)].sort((x, y) => x.length - y.length || (x < y ? -1 : 1));
}

function product(a: PassageFeatures, b: PassageFeatures, topic: number): number {
  return (a.profile[topic] ?? 0) * (b.profile[topic] ?? 0);
}
