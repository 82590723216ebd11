import type { MarkdownDocument } from '../markdown/document.ts';
import { indexLines, type TextRange } from '../model/text.ts';
import { cutByTopic, topicRuns } from './cut-by-topic.ts';
import { contentStart, findHeadings } from './find-headings.ts';
import type { PhraseHit } from './phrases.ts';
import { findRunInHeadings } from './run-in-headings.ts';
import { findTopicHits, type TopicStrengths, weighTopics } from './topic-strengths.ts';
import type { TopicTag } from './topics/topic-phrases.ts';
import { firstWordAt, foldWords, readWords, type Word } from './words.ts';

/** A heading with its own text up to the next heading, or a stretch of one topic where headings are missing. */
export interface Passage {
  readonly heading: string;
  /** Headings from the outermost to this one; empty before the first heading and in text without headings. */
  readonly path: readonly string[];
  readonly range: TextRange;
  /** 1-based, inclusive; together the passages cover every line that is not blank. */
  readonly fromLine: number;
  readonly toLine: number;
  /** Its words in the document's list, half-open. */
  readonly fromWord: number;
  readonly toWord: number;
  readonly strengths: TopicStrengths;
  /** A lone title line without a text under it or a heading's mark before it: it states no practice, whatever it names. */
  readonly isTitle: boolean;
}

export interface PassageList {
  readonly words: readonly Word[];
  readonly passages: readonly Passage[];
}

/** More words than this are a sentence, and so is what ends like one. */
const LONGEST_TITLE = 8;
const TITLE_END = /[.,;:!?]\W*$/;

interface Cut {
  readonly from: number;
  readonly level: number;
  readonly heading: string;
}

/** Cuts a policy into passages in order of the text. */
export function cutPassages(document: MarkdownDocument): PassageList {
  const words = readWords(document);
  const hits = findTopicHits(words);
  const headings = findHeadings(document);
  const marked = headings.map((heading) => ({
    from: heading.from,
    level: heading.level,
    heading: heading.text,
  }));
  const withRunIns = [...marked, ...findRunInHeadings(document, headings)].sort((x, y) => x.from - y.from);
  const first = withRunIns[0]?.from ?? document.text.length;
  const begin = contentStart(document);
  const all = document.text.slice(begin, first).trim()
    ? [{ from: begin, level: 0, heading: '' }, ...withRunIns]
    : withRunIns;
  const cuts = cutByTopic(document, words, hits, all);
  return { words, passages: buildPassages(document, words, hits, cuts) };
}

function buildPassages(
  document: MarkdownDocument,
  words: readonly Word[],
  hits: readonly PhraseHit<TopicTag>[],
  cuts: readonly Cut[],
): Passage[] {
  const { text } = document;
  const lines = indexLines(text);
  const above: { level: number; heading: string }[] = [];
  return cuts.map((cut, index) => {
    while ((above.at(-1)?.level ?? 0) >= cut.level && above.length) above.pop();
    if (cut.heading) above.push(cut);
    const path = above.map(({ heading }) => heading);
    const range = trimEnd(text, { from: cut.from, to: cuts[index + 1]?.from ?? text.length });
    const fromWord = firstWordAt(words, range.from);
    const toWord = firstWordAt(words, range.to);
    const own = topicRuns(hits, fromWord, toWord);
    return {
      heading: cut.heading,
      path,
      range,
      fromLine: lines.lineAt(range.from),
      toLine: lines.lineAt(Math.max(range.from, range.to - 1)),
      fromWord,
      toWord,
      strengths: weighTopics(words, own, cut.heading ? path : [], index === 0),
      isTitle: !cut.heading && isTitleLine(text.slice(range.from, range.to)),
    };
  });
}

function isTitleLine(whole: string): boolean {
  return !whole.includes('\n') && !TITLE_END.test(whole) && foldWords(whole).length <= LONGEST_TITLE;
}

function trimEnd(text: string, range: TextRange): TextRange {
  let { from, to } = range;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  return { from, to };
}
