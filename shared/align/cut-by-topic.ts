import type { Block, MarkdownDocument } from '../markdown/document.ts';
import type { TextRange } from '../model/text.ts';
import { splitLines } from './find-headings.ts';
import type { PhraseHit } from './phrases.ts';
import { weighTopics } from './topic-strengths.ts';
import type { TopicTag } from './topics/topic-phrases.ts';
import { topics } from './topics/topic-tree.ts';
import { firstWordAt, type Word } from './words.ts';

interface Cut {
  readonly from: number;
  readonly level: number;
  readonly heading: string;
}

/** Text of more words than this under one heading, and this share of the document, has lost its headings. */
const LONG_WORDS = 1200;
const LONG_SHARE = 0.4;
/** What a change of topic must gain over staying: a strong phrase more, about. */
const SWITCH_COST = 0.7;
/** Weight at which a unit counts as about a topic with 63 %. */
const SATURATION = 4;
/** A line longer than this was not wrapped by hand: line ends are ends of paragraphs. */
const UNWRAPPED = 160;

/** Adds cuts where the topic changes, in stretches that have lost their headings. */
export function cutByTopic(
  document: MarkdownDocument,
  words: readonly Word[],
  hits: readonly PhraseHit<TopicTag>[],
  cuts: readonly Cut[],
): readonly Cut[] {
  const total = words.length;
  return cuts.flatMap((cut, index) => {
    const to = cuts[index + 1]?.from ?? document.text.length;
    const size = firstWordAt(words, to) - firstWordAt(words, cut.from);
    if (size < LONG_WORDS || size < LONG_SHARE * total) return [cut];
    const units = unitsIn(document, { from: cut.from, to });
    const found = changesOfTopic(words, hits, units).filter((from) => from > cut.from);
    return [cut, ...found.map((from) => ({ from, level: cut.level + 1, heading: '' }))];
  });
}

/** The hits that begin among the given words; hits are in order of their first word. */
export function topicRuns(
  hits: readonly PhraseHit<TopicTag>[],
  fromWord: number,
  toWord: number,
): readonly PhraseHit<TopicTag>[] {
  return hits.slice(firstHit(hits, fromWord), firstHit(hits, toWord));
}

function firstHit(hits: readonly PhraseHit<TopicTag>[], word: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.fromWord ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Paragraphs, lists and tables whole; lines of their own where text is not wrapped. */
function unitsIn(document: MarkdownDocument, range: TextRange): TextRange[] {
  return document.blocks
    .filter((block) => block.from >= range.from && block.to <= range.to)
    .flatMap((block) => unitsOf(document.text, block));
}

function unitsOf(text: string, block: Block): TextRange[] {
  if (block.kind !== 'paragraph') return [{ from: block.from, to: block.to }];
  const lines = splitLines(text, block);
  const unwrapped = lines.some((line) => line.to - line.from > UNWRAPPED);
  return unwrapped ? lines : [{ from: block.from, to: block.to }];
}

/**
 * The likeliest sequence of topics over the units, a change costing `SWITCH_COST` (Viterbi over a Potts chain), so that a line
 * that says nothing stays with its neighbours. Returns the offsets at which a new topic begins.
 */
function changesOfTopic(
  words: readonly Word[],
  hits: readonly PhraseHit<TopicTag>[],
  units: readonly TextRange[],
): number[] {
  const states = topics.length;
  let scores = new Float64Array(states);
  const cameFrom: Int16Array[] = [];
  let word = 0;
  for (const unit of units) {
    while (word < words.length && (words[word]?.from ?? 0) < unit.from) word++;
    const fromWord = word;
    while (word < words.length && (words[word]?.from ?? 0) < unit.to) word++;
    const { weights } = weighTopics(words, topicRuns(hits, fromWord, word), []);
    const best = argMax(scores);
    const arrival = (scores[best] ?? 0) - SWITCH_COST;
    const from = new Int16Array(states);
    const next = new Float64Array(states);
    for (let state = 0; state < states; state++) {
      const stay = scores[state] ?? 0;
      // On a tie the change comes late: a line that says nothing stays with what is before it.
      from[state] = stay > arrival ? state : best;
      next[state] = Math.max(stay, arrival) + emission(weights[state] ?? 0);
    }
    cameFrom.push(from);
    scores = next;
  }
  return traceBack(units, cameFrom, argMax(scores));
}

function traceBack(units: readonly TextRange[], cameFrom: readonly Int16Array[], last: number): number[] {
  const cuts: number[] = [];
  let state = last;
  for (let index = units.length - 1; index > 0; index--) {
    const before = cameFrom[index]?.[state] ?? state;
    const unit = units[index];
    if (before !== state && unit) cuts.push(unit.from);
    state = before;
  }
  return cuts.reverse();
}

function emission(weight: number): number {
  return 1 - Math.exp(-weight / SATURATION);
}

function argMax(values: Float64Array): number {
  let best = 0;
  for (let index = 1; index < values.length; index++)
    if ((values[index] ?? 0) > (values[best] ?? 0)) best = index;
  return best;
}
