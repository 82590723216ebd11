import type { TextRange } from '../model/text.ts';
import type { PhraseHit } from './phrases.ts';
import type { CategoryId } from './topics/topic.ts';
import { bodyPhrases, HEADING_WEIGHT, headingPhrases, type TopicTag } from './topics/topic-phrases.ts';
import { topics } from './topics/topic-tree.ts';
import { headingWords, type Word } from './words.ts';

/** How much a stretch of text says on each topic, and the words that say it. */
export interface TopicStrengths {
  /** Sum of weights by number of the topic, repeats counting less and less. */
  readonly weights: Float64Array;
  /** Of that, what the headings gave. */
  readonly fromHeading: Float64Array;
  /** Of the company's own collection and use, what a sentence says of others: of them alone, and of them at all. */
  readonly ofOthersAlone: Float64Array;
  readonly ofOthers: Float64Array;
  /** Of the same, what a sentence names only to say what people may choose, see or change. */
  readonly inPassing: Float64Array;
  /** Places of the phrases by number of the topic, in order of the text. */
  readonly evidence: ReadonlyMap<number, readonly TextRange[]>;
}

const OWN_PRACTICE: CategoryId = 'first-party-collection-use';
/** Words for those who are not the company; "third parties" and "other companies" are told by two words. */
const OTHERS: ReadonlySet<string> = new Set([
  'advertiser',
  'advertisers',
  'affiliates',
  'agents',
  'contractors',
  'merchants',
  'networks',
  'partners',
  'processors',
  'providers',
  'publishers',
  'sponsors',
  'subsidiaries',
  'suppliers',
  'vendors',
]);
/** "Other companies", "these sites": companies and sites that are not the speaker's. */
const OTHER_BEFORE = /^(?:other|these|those|such|social|media|linked|external|outside)$/;
const OTHER_ONES =
  /^(?:companies|organi[sz]ations|firms|entities|businesses|sites|websites|features|widgets|plugins|buttons)$/;

/** What is shared is not what is collected: "we share your IP address" speaks of those who get it. */
const DISCLOSING = /^(?:shar(?:e|es|ed|ing)|disclos(?:e|es|ed|ing)|sell|sells|sold|selling|rent|rents)$/;

/** "Unsubscribe from our newsletter", "update your account": such sentences speak of people's choices and rights, and name data in passing. */
const FRAMES: ReadonlySet<CategoryId> = new Set<CategoryId>([
  'user-choice-control',
  'user-access-edit-deletion',
]);
/** What named in passing still counts for the company's own practice. */
const IN_PASSING_SHARE = 0.25;
/** Weight from which a phrase alone says what its sentence speaks of: a strong one. */
const FRAMING = 3;

/** "Changes to this privacy policy" is no introduction: the policy's name counts little beside another subject. */
const NAMED_BESIDE = 0.25;
/** Where a policy begins it introduces itself: its place is as good as one strong phrase, if any words say so at all. */
const OPENING = 3;
const INTRODUCTION = topics.findIndex(({ id }) => id === 'introduction');

/** A heading above speaks for what stands under it, but less than a heading of its own. */
const PARENT_HEADING_SHARE = 0.3;

/** Finds every topic phrase of a document once; stretches are then weighed from the hits. */
export function findTopicHits(words: readonly Word[]): readonly PhraseHit<TopicTag>[] {
  return bodyPhrases.find(words);
}

/** Weighs the hits that lie in one stretch, with the headings over it (outermost first, its own last); `opens`: it is the first. */
export function weighTopics(
  words: readonly Word[],
  hits: readonly PhraseHit<TopicTag>[],
  path: readonly string[],
  opens = false,
): TopicStrengths {
  const weights = new Float64Array(topics.length);
  const ofOthersAlone = new Float64Array(topics.length);
  const ofOthers = new Float64Array(topics.length);
  const inPassing = new Float64Array(topics.length);
  const framed = framedSentences(words, hits);
  const evidence = new Map<number, TextRange[]>();
  for (const [topic, own] of groupByTopic(hits)) {
    const counted = countOnce(own);
    const repeats = new Map<string, number>();
    for (const hit of counted) {
      const before = repeats.get(hit.phrase) ?? 0;
      repeats.set(hit.phrase, before + 1);
      const weight = hit.tag.weight / (1 + before);
      weights[topic] = (weights[topic] ?? 0) + weight;
      if (topics[topic]?.category !== OWN_PRACTICE) continue;
      const actor = actorBefore(words, hit.fromWord);
      const isFramed = framed.has(words[hit.fromWord]?.sentence ?? -1);
      if (actor !== 'us') ofOthers[topic] = (ofOthers[topic] ?? 0) + weight;
      if (actor === 'others') ofOthersAlone[topic] = (ofOthersAlone[topic] ?? 0) + weight;
      else if (isFramed) inPassing[topic] = (inPassing[topic] ?? 0) + (1 - IN_PASSING_SHARE) * weight;
    }
    evidence.set(
      topic,
      counted.map((hit) => rangeOfHit(words, hit)),
    );
  }
  const fromHeading = weighHeadings(path);
  for (const [topic, weight] of fromHeading.entries()) weights[topic] = (weights[topic] ?? 0) + weight;
  const introduces = weights[INTRODUCTION] ?? 0;
  if (opens && introduces > 0) weights[INTRODUCTION] = introduces + OPENING;
  return { weights, fromHeading, ofOthersAlone, ofOthers, inPassing, evidence };
}

/** Numbers of the sentences that speak of what people may choose, see or change. */
function framedSentences(
  words: readonly Word[],
  hits: readonly PhraseHit<TopicTag>[],
): ReadonlySet<number | undefined> {
  const framing = hits.filter(({ tag }) => {
    const category = topics[tag.topic]?.category;
    return tag.weight >= FRAMING && category !== undefined && FRAMES.has(category);
  });
  return new Set(framing.map(({ fromWord }) => words[fromWord]?.sentence));
}

/** Topics that a title names as its subject, the plainest first. */
export function headingTopics(title: string): readonly number[] {
  const weights = weighHeadings([title]);
  return [...weights.keys()]
    .filter((topic) => (weights[topic] ?? 0) >= HEADING_WEIGHT)
    .sort((x, y) => (weights[y] ?? 0) - (weights[x] ?? 0) || x - y);
}

function weighHeadings(path: readonly string[]): Float64Array {
  const weights = new Float64Array(topics.length);
  path.forEach((heading, depth) => {
    // The outermost of several is the policy's own title, which says nothing of its parts.
    const own = depth === path.length - 1;
    if (!own && depth === 0) return;
    const share = own ? 1 : PARENT_HEADING_SHARE;
    for (const [topic, hits] of groupByTopic(headingPhrases.find(headingWords(heading))))
      for (const hit of countOnce(hits)) weights[topic] = (weights[topic] ?? 0) + share * hit.tag.weight;
  });
  if (weights.some((weight, topic) => topic !== INTRODUCTION && weight >= HEADING_WEIGHT)) {
    weights[INTRODUCTION] = (weights[INTRODUCTION] ?? 0) * NAMED_BESIDE;
  }
  return weights;
}

function groupByTopic(hits: readonly PhraseHit<TopicTag>[]): Map<number, PhraseHit<TopicTag>[]> {
  const groups = new Map<number, PhraseHit<TopicTag>[]>();
  for (const hit of hits) {
    const group = groups.get(hit.tag.topic);
    if (group) group.push(hit);
    else groups.set(hit.tag.topic, [hit]);
  }
  return groups;
}

/** Keeps the weightiest of overlapping hits, so that no word speaks twice for a topic. In order of the text. */
function countOnce(hits: readonly PhraseHit<TopicTag>[]): PhraseHit<TopicTag>[] {
  const taken = new Set<number>();
  const kept: PhraseHit<TopicTag>[] = [];
  const byWeight = [...hits].sort((x, y) => y.tag.weight - x.tag.weight || x.fromWord - y.fromWord);
  for (const hit of byWeight) {
    if (taken.has(hit.fromWord) || taken.has(hit.toWord - 1)) continue;
    for (let word = hit.fromWord; word < hit.toWord; word++) taken.add(word);
    kept.push(hit);
  }
  return kept.sort((x, y) => x.fromWord - y.fromWord);
}

/** Who is named in the sentence before a word: the company ("we") or nobody, others, or both. */
function actorBefore(words: readonly Word[], at: number): 'us' | 'others' | 'both' {
  const sentence = words[at]?.sentence;
  let others = false;
  let us = false;
  for (let index = at - 1; words[index]?.sentence === sentence && index >= 0; index--) {
    const word = words[index]?.text ?? '';
    const before = words[index - 1]?.text;
    if (DISCLOSING.test(word)) return 'others';
    if (word === 'we') us = true;
    if (OTHERS.has(word) || (/^part(?:y|ies)$/.test(word) && before === 'third')) others = true;
    if (OTHER_ONES.test(word) && before !== undefined && OTHER_BEFORE.test(before)) others = true;
  }
  return others ? (us ? 'both' : 'others') : 'us';
}

function rangeOfHit(words: readonly Word[], hit: PhraseHit<TopicTag>): TextRange {
  return { from: words[hit.fromWord]?.from ?? 0, to: words[hit.toWord - 1]?.to ?? 0 };
}
