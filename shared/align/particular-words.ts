import type { TextRange } from '../model/text.ts';
import type { PreparedText } from './align.ts';
import { termOf } from './passage-features.ts';
import type { Passage } from './passages.ts';
import { foldWords, type Word } from './words.ts';

/** More marks than this in one passage would say nothing any more. */
const MOST_IN_PASSAGE = 6;
/** A number that only one side states is what readers look for first: it counts as much as a word said this often. */
const NUMBER_COUNTS = 3;
const NUMBER = /^\d/;
/** What this share of the passages says is what the policy is about, the company's own brand above all: it marks no passage. */
const SAID_EVERYWHERE = 0.2;
/** Passages that must say a word before it can be everywhere. */
const LEAST_EVERYWHERE = 4;
/** Words of any text on any subject: that only one side says them tells nothing. Stems are compared, so one form stands for all. */
const EVERYDAY = new Set(
  (
    'able account add addition address allow already although answer apply appropriate april august away back base become begin ' +
    'believe best better big bring call can case certain change choose clear click close come common company complete consider ' +
    'contact contain continue convenience copy create current day deal december describe detail different do document done due ' +
    'easily easy effective else end ensure enter etc even event ever every example except fact february field find first follow ' +
    'form format friday full general get give go going good great happen help here high hold however important include individual ' +
    'instance instead item january july june keep kind know large last later lay learn least left length less let level like limit ' +
    'line link list little live long look lot main make mainly manner many march matter maybe mean method mind moment monday month ' +
    'much name necessary need never new next note november now number october offer often ok online open order original otherwise page part ' +
    'particular people perform perhaps person place plan point possible practice present prior process product promise provide purpose put ' +
    'question quick quite read ready real reason receive refer regard relate relevant rely remain request require respect result review ' +
    'right run say second section see seek seem select send september set several show side similar simple site small someone something ' +
    'sometimes soon specific split start state statement stay step still stop subject submit suit sure take talk tell term text thank thing ' +
    'think third time today together top toward try turn two type understand update useful user usual various view visit want way web website ' +
    'week welcome well whatever whenever whole wish word work write wrong year yes yet'
  )
    .split(' ')
    .map(termOf),
);

/**
 * The words of a document's passages that another document says nowhere, by stem, numbers as they stand; of each passage the six
 * that are most its own: often here, seldom in the other passages. In order of the text; words with only space between are one range.
 */
export function particularWords(own: PreparedText, other: PreparedText): readonly TextRange[] {
  const theirs = new Set(other.words.map(compared));
  for (const name of foldWords(`${own.label} ${other.label}`)) theirs.add(termOf(name));
  const passages = own.passages.map((passage) => countOwn(own, passage, theirs));
  const spread = new Map<string, number>();
  for (const counts of passages)
    for (const term of counts.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  const everywhere = Math.max(LEAST_EVERYWHERE, SAID_EVERYWHERE * passages.length);
  for (const counts of passages)
    for (const term of counts.keys()) if ((spread.get(term) ?? 0) >= everywhere) counts.delete(term);
  return own.passages.flatMap((passage, index) => {
    const chosen = choose(passages[index] ?? new Map(), spread);
    const words = own.words.slice(passage.fromWord, passage.toWord);
    return joinRanges(
      own.text,
      words.filter((word) => chosen.has(compared(word))),
    );
  });
}

function countOwn(
  { words }: PreparedText,
  { fromWord, toWord }: Passage,
  theirs: ReadonlySet<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = fromWord; at < toWord; at++) {
    const word = words[at];
    const term = word ? compared(word) : '';
    if (term !== '' && !theirs.has(term) && !EVERYDAY.has(term))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function choose(
  counts: ReadonlyMap<string, number>,
  spread: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const weight = (term: string): number =>
    ((counts.get(term) ?? 0) * (NUMBER.test(term) ? NUMBER_COUNTS : 1)) / (spread.get(term) ?? 1);
  const ranked = [...counts.keys()].sort((x, y) => weight(y) - weight(x) || (x < y ? -1 : 1));
  return new Set(ranked.slice(0, MOST_IN_PASSAGE));
}

/** Numbers are compared as they stand, small words not at all. */
function compared({ text }: Word): string {
  return NUMBER.test(text) ? text : termOf(text);
}

/** Ranges of words with nothing but space between them become one. */
function joinRanges(text: string, words: readonly Word[]): TextRange[] {
  const ranges: TextRange[] = [];
  for (const { from, to } of words) {
    const last = ranges.at(-1);
    if (last && /^\s*$/.test(text.slice(last.to, from))) ranges[ranges.length - 1] = { from: last.from, to };
    else ranges.push({ from, to });
  }
  return ranges;
}
