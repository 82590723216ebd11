import type { Passage, PassageList } from './passages.ts';
import { topics } from './topics/topic-tree.ts';
import { foldWords } from './words.ts';

/** What a passage is compared by. Vectors by number of the topic. */
export interface PassageFeatures {
  /** Numbers of the topics it has any words for, ascending. */
  readonly topics: readonly number[];
  /** Square roots of the weights, scaled to length 1 (less where few words speak of any topic): what the passage is about. */
  readonly profile: Float64Array;
  /** 0 to 1 by topic: how plainly it speaks of it, whatever else it speaks of. */
  readonly presence: Float64Array;
  /** The topic it says most about, or -1 where it says nothing. */
  readonly main: number;
  /** Topics its own heading names, 0 or 1. */
  readonly headingTopics: ReadonlySet<number>;
  readonly headingStems: ReadonlySet<string>;
  readonly hasHeading: boolean;
  /** Occurrences by stem of the words that carry meaning. */
  readonly terms: ReadonlyMap<string, number>;
  /** The spellings of each stem that stand in the passage, lower case, a space between: one string takes least memory. */
  readonly spellings: ReadonlyMap<string, string>;
  /** False for a heading that stands alone and for a table of contents: they say nothing that could correspond. */
  readonly hasText: boolean;
}

const CONTENTS =
  /^(?:table of )?contents$|^(?:on this page|in this (?:policy|notice)|quick links|jump to)\b/i;
/** Weight at which a topic is present with 63 %. */
const PRESENCE_SATURATION = 6;

/** Weight of all topics at which a profile has 63 % of its full say; a passing word must not make two passages correspond. */
const PROFILE_SATURATION = 3;
/** Heading weight from which a title names a topic: a strong phrase in it. */
const NAMED = 3;

/** Words that carry no subject in any policy. */
const STOP_WORDS = new Set(
  (
    'a about above after again all also am an and any are as at be because been before being below between both but by can ' +
    'could did do does doing don down during each either for from further had has have having he her here hers him his how i ' +
    'if in into is it its itself just like may me might more most must my no nor not of off on once one only or other our ours ' +
    'out over own per please same shall she should so some such than that the their theirs them then there these they this ' +
    'those through to too under until up upon us use used uses using very via was we were what when where whether which while ' +
    'who whom why will with within without would you your yours data information personal privacy policy service services'
  ).split(' '),
);

/** Reads what a list of passages is compared by. */
export function readFeatures({ words, passages }: PassageList): readonly PassageFeatures[] {
  const stems = new Map<string, string>();
  const stemOf = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const stem = termOf(word);
    stems.set(word, stem);
    return stem;
  };
  return passages.map((passage) => {
    const terms = new Map<string, number>();
    const spellings = new Map<string, string>();
    for (let at = passage.fromWord; at < passage.toWord; at++) {
      const word = words[at]?.text ?? '';
      const stem = stemOf(word);
      if (!stem) continue;
      terms.set(stem, (terms.get(stem) ?? 0) + 1);
      const known = spellings.get(stem);
      if (known === undefined) spellings.set(stem, word);
      else if (known !== word && !known.split(' ').includes(word)) spellings.set(stem, `${known} ${word}`);
    }
    const titleWords = foldWords(passage.heading);
    const headingStems = new Set(titleWords.map(stemOf).filter(Boolean));
    const hasText =
      !passage.isTitle &&
      passage.toWord - passage.fromWord > titleWords.length &&
      !CONTENTS.test(passage.heading);
    return {
      ...readTopics(passage),
      terms,
      spellings,
      headingStems,
      hasHeading: passage.heading !== '',
      hasText,
    };
  });
}

function readTopics(
  passage: Passage,
): Pick<PassageFeatures, 'topics' | 'profile' | 'presence' | 'main' | 'headingTopics'> {
  const { weights, fromHeading } = passage.strengths;
  const profile = new Float64Array(topics.length);
  const presence = new Float64Array(topics.length);
  let square = 0;
  let main = -1;
  for (const [topic, weight] of weights.entries()) {
    if (weight <= 0) continue;
    profile[topic] = Math.sqrt(weight);
    presence[topic] = 1 - Math.exp(-weight / PRESENCE_SATURATION);
    square += weight;
    if (main < 0 || weight > (weights[main] ?? 0)) main = topic;
  }
  const length = Math.sqrt(square / (1 - Math.exp(-square / PROFILE_SATURATION))) || 1;
  for (const [topic, value] of profile.entries()) profile[topic] = value / length;
  const headingTopics = new Set(
    [...fromHeading.keys()].filter((topic) => (fromHeading[topic] ?? 0) >= NAMED),
  );
  const present = [...weights.keys()].filter((topic) => (weights[topic] ?? 0) > 0);
  return { topics: present, profile, presence, main, headingTopics };
}

/** The stem under which a folded word is compared, empty where it carries no subject: small words and numbers. */
export function termOf(word: string): string {
  return STOP_WORDS.has(word) || word.length < 3 || /^\d/.test(word) ? '' : stemWord(word);
}

/** Cuts the commonest English endings; enough for comparing, not a linguist's stem. */
export function stemWord(word: string): string {
  if (word.length < 5) return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  return word
    .replace(/(?:ies|ied|ying)$/, 'y')
    .replace(/(?:ational|ation|ations|ating|ated|ates|ate)$/, 'at')
    .replace(/(?:ments|ment|ings|ing|edly|ed|es|s|ly|e)$/, '');
}
