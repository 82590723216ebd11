import { compilePhrases, type PhraseMatcher } from '../phrases.ts';
import type { Topic } from './topic.ts';
import { topics } from './topic-tree.ts';

/** What a found phrase says: number of the topic in `topics` and weight. */
export interface TopicTag {
  readonly topic: number;
  readonly weight: number;
}

/** One strong phrase, or two usual ones, are enough to say that a passage touches a topic; slight ones only add. */
const STRONG = 3;
const USUAL = 1.2;
const SLIGHT = 0.4;
/** A title is written to name the subject. */
export const HEADING_WEIGHT = 8;

const NUMBER_WORDS =
  'one/two/three/four/five/six/seven/eight/nine/ten/twelve/thirteen/fourteen/sixteen/eighteen/thirty/sixty/ninety';
const MACROS: Readonly<Record<string, string>> = {
  '{data}': 'data/information',
  '{number}': `0*/1*/2*/3*/4*/5*/6*/7*/8*/9*/${NUMBER_WORDS}`,
};

/** Finds topic phrases in running text. */
export const bodyPhrases: PhraseMatcher<TopicTag> = compilePhrases(
  topics.flatMap((topic, number) => [
    ...tagAll(topic.strong, number, STRONG),
    ...tagAll(topic.usual, number, USUAL),
    ...tagAll(topic.slight, number, SLIGHT),
  ]),
);

/** Finds topic phrases in headings. */
export const headingPhrases: PhraseMatcher<TopicTag> = compilePhrases(
  topics.flatMap((topic, number) => [
    ...tagAll(topic.heading, number, HEADING_WEIGHT),
    ...tagAll(topic.strong, number, STRONG),
    ...tagAll(topic.usual, number, USUAL),
  ]),
);

/** The strong phrases of a topic in words a reader understands, whole words first, for "nothing found; looked for …". */
export function describePhrases(topic: Topic): readonly string[] {
  const cut = (phrase: string): number => Number(phrase.includes('*'));
  return [...topic.strong]
    .sort((x, y) => cut(x) - cut(y))
    .map((phrase) =>
      phrase
        .replace('{data}', 'data')
        .replace('{number}', 'number')
        .replace(/([^\s/]+)\/\S+/g, '$1')
        .replace(/\s~+\s/g, ' … ')
        .replaceAll('*', '…')
        .replaceAll('?', ''),
    );
}

function tagAll(
  phrases: readonly string[],
  topic: number,
  weight: number,
): { phrase: string; tag: TopicTag }[] {
  return phrases.map((phrase) => ({
    phrase: phrase.replace(/\{\w+\}/g, (macro) => MACROS[macro] ?? macro),
    tag: { topic, weight },
  }));
}
