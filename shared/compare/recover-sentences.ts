import { alignGap, GAP_CELLS_LIMIT } from './align-gap.ts';
import { type Correspondence, NONE } from './assemble-spans.ts';
import { BlockProfile } from './block-profile.ts';
import { segmentOf } from './classify.ts';
import { matchWordsInSteps, type TokenRange, type TokenValues } from './match-words.ts';
import type { ReadText } from './read-text.ts';
import { slideEdits } from './slide-edits.ts';
import { type Steps, within } from './steps.ts';
import { TEXT } from './token-roles.ts';
import type { CommonWords } from './token-values.ts';

/** Share of words in common (Dice) that makes two sentences one, edited: well above chance, since nothing else holds them together. */
const SIMILAR_SENTENCES = 0.65;
/** Sentences and cells with fewer words that say something recur by themselves. */
const FEWEST_SAYING = 3;
/** Words without a partner on either side, about a megabyte: what is longer is another text, and its sentences would fill the memory. */
const LONGEST_GAP = 200_000;
const SENTENCE_ENDS = '.!?…';
const CLOSES = ')]”’"';

/** The texts and what is known of their words. */
interface Texts {
  readonly a: ReadText;
  readonly b: ReadText;
  readonly common: CommonWords;
  readonly values: TokenValues;
}

/** A sentence, or a cell of a table, none of whose words has a partner. */
interface Sentence {
  readonly tokens: TokenRange;
  readonly profile: BlockProfile;
}

/**
 * Matches sentences that blocks left over: one split off its paragraph with a new paragraph in between, those of a table that
 * became a list. Only between the same matched words, so order is kept. Adds to `match`.
 */
export function* recoverSentences(texts: Texts, match: Correspondence): Steps<void> {
  const { a, b } = texts;
  let fromA = 0;
  let fromB = 0;
  let work = 0;
  for (let i = 0; i <= a.tokens.count; i++) {
    const end = i === a.tokens.count;
    const partner = match.partner[i] ?? NONE;
    if (!end && (partner === NONE || match.moveA[i] !== 0)) continue;
    const j = end ? b.tokens.count : partner;
    const isOpen = i > fromA && j > fromB && Math.max(i - fromA, j - fromB) <= LONGEST_GAP;
    if (isOpen && !isInOneBlock(a, b, [fromA, i], [fromB, j]))
      work += yield* within(recoverGap(texts, [fromA, i], [fromB, j], match), i / a.tokens.count, 1);
    fromA = i + 1;
    fromB = j + 1;
    if (work < GAP_CELLS_LIMIT / 2) continue;
    work = 0;
    yield i / a.tokens.count;
  }
}

/** True for words between matched ones of the same two blocks, which have been matched as well as they can be. */
function isInOneBlock(a: ReadText, b: ReadText, [fromA, toA]: TokenRange, [fromB, toB]: TokenRange): boolean {
  const [blockA, blockB] = [segmentOf(a, fromA), segmentOf(b, fromB)];
  if (blockA !== segmentOf(a, toA - 1) || blockB !== segmentOf(b, toB - 1)) return false;
  const goesOn = segmentOf(a, toA) === blockA && segmentOf(b, toB) === blockB;
  return goesOn || (segmentOf(a, fromA - 1) === blockA && segmentOf(b, fromB - 1) === blockB);
}

function* recoverGap(
  texts: Texts,
  rangeA: TokenRange,
  rangeB: TokenRange,
  match: Correspondence,
): Steps<number> {
  const { a, b, values } = texts;
  const inA = cutSentences(a, rangeA, texts.common, (i) => match.partner[i] === NONE && match.moveA[i] === 0);
  if (inA.length === 0) return 0;
  // What lies between matched words in B has no partner in place; what moved here has a number.
  const inB = cutSentences(b, rangeB, texts.common, (j) => match.moveB[j] === 0);
  const pairs = alignGap(
    inA.map(({ profile }) => profile),
    inB.map(({ profile }) => profile),
    SIMILAR_SENTENCES,
  );
  for (const [x, y] of pairs) {
    const [from, to] = [inA[x]?.tokens, inB[y]?.tokens];
    if (!from || !to) continue;
    const matches = yield* matchWordsInSteps(a.tokens.id, b.tokens.id, from, to, values);
    const words = from[1] - from[0] + to[1] - to[0];
    if (2 * matches.a.length < SIMILAR_SENTENCES * words) continue;
    slideEdits(a, b, matches);
    matches.a.forEach((i, k) => {
      match.partner[i] = matches.b[k] ?? NONE;
    });
  }
  return inA.length * inB.length;
}

/** Cuts free tokens into sentences and cells, without the marks around them. */
function cutSentences(
  side: ReadText,
  [from, to]: TokenRange,
  common: CommonWords,
  isFree: (token: number) => boolean,
): Sentence[] {
  const sentences: Sentence[] = [];
  let block = segmentOf(side, from);
  for (let at = from; at < to; ) {
    while (block && block.tokenTo <= at) block = segmentOf(side, at);
    const limit = Math.min(to, block?.tokenTo ?? to);
    if (side.roles[at] !== TEXT || !isFree(at)) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < limit && isFree(end) && !isBar(side, end) && !endsSentence(side, end - 1)) end++;
    const profile = profileOf(side, [at, end], block?.kind === 'heading', common);
    if (profile.saying >= FEWEST_SAYING) sentences.push({ tokens: [at, end], profile });
    at = end;
  }
  return sentences;
}

function isBar({ text, tokens, roles }: ReadText, token: number): boolean {
  return roles[token] !== TEXT && text[tokens.from[token] ?? 0] === '|';
}

/** True for a full stop, or the bracket or quote behind one, with white space behind it. By characters: a string for each token took longest. */
function endsSentence({ text, tokens }: ReadText, token: number): boolean {
  const to = tokens.to[token] ?? 0;
  if (to === tokens.from[token + 1]) return false;
  const last = text[to - 1] ?? '';
  return (
    SENTENCE_ENDS.includes(last) || (CLOSES.includes(last) && SENTENCE_ENDS.includes(text[to - 2] ?? ' '))
  );
}

/** Headings are like headings only: what names a section is no part of what a paragraph says. */
function profileOf(
  { tokens, roles }: ReadText,
  [from, to]: TokenRange,
  isHeading: boolean,
  common: CommonWords,
): BlockProfile {
  const all = tokens.id.subarray(from, to);
  const words = all.filter((_, k) => roles[from + k] === TEXT);
  return new BlockProfile(all, words, isHeading ? 'heading' : 'paragraph', common);
}
