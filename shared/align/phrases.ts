import type { Word } from './words.ts';

/**
 * Phrases in a notation of our own: words in order, `word*` for any ending, `a/b` for alternatives, `word?` for an
 * optional word, `~` for up to three words between, `~~` for up to eight. A phrase never crosses a sentence.
 */
export interface PhraseEntry<Tag> {
  readonly phrase: string;
  readonly tag: Tag;
}

/** A phrase found: words `fromWord` to `toWord`, half-open, of the list that was searched. */
export interface PhraseHit<Tag> {
  readonly tag: Tag;
  readonly phrase: string;
  readonly fromWord: number;
  readonly toWord: number;
}

export interface PhraseMatcher<Tag> {
  /** All hits in order of their first word; hits of different phrases may overlap. */
  find(words: readonly Word[]): PhraseHit<Tag>[];
}

const SHORT_GAP = 3;
const LONG_GAP = 8;
/** Prefixes are indexed by this many letters; shorter ones by all their letters. */
const STEM_LETTERS = 3;

type Alternative = { readonly text: string; readonly prefix: boolean };
interface Step {
  readonly alternatives: readonly Alternative[];
  readonly optional: boolean;
  /** Words that may stand before this one. */
  readonly gap: number;
}
interface Compiled<Tag> extends PhraseEntry<Tag> {
  readonly steps: readonly Step[];
}

/** Compiles phrases once for many texts. Throws on a phrase without words, which is a bug of its author. */
export function compilePhrases<Tag>(entries: readonly PhraseEntry<Tag>[]): PhraseMatcher<Tag> {
  const whole = new Map<string, Compiled<Tag>[]>();
  const stems = new Map<string, Compiled<Tag>[]>();
  for (const entry of entries) {
    const compiled = { ...entry, steps: readSteps(entry.phrase) };
    for (const first of compiled.steps[0]?.alternatives ?? []) {
      const index = first.prefix ? stems : whole;
      const key = first.prefix ? first.text.slice(0, STEM_LETTERS) : first.text;
      index.set(key, [...(index.get(key) ?? []), compiled]);
    }
  }
  const candidates = candidateLookup(whole, stems);
  return {
    find(words) {
      const hits: PhraseHit<Tag>[] = [];
      for (let at = 0; at < words.length; at++) {
        for (const { steps, tag, phrase } of candidates(words[at]?.text ?? '')) {
          const end = matchSteps(words, at + 1, steps, 1);
          if (end > 0) hits.push({ tag, phrase, fromWord: at, toWord: end });
        }
      }
      return hits;
    },
  };
}

function candidateLookup<Tag>(
  whole: ReadonlyMap<string, Compiled<Tag>[]>,
  stems: ReadonlyMap<string, Compiled<Tag>[]>,
): (word: string) => readonly Compiled<Tag>[] {
  const known = new Map<string, readonly Compiled<Tag>[]>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const list = [...(whole.get(word) ?? [])];
    for (let letters = 1; letters <= STEM_LETTERS; letters++)
      for (const candidate of stems.get(word.slice(0, letters)) ?? [])
        if (candidate.steps[0] && stepAccepts(candidate.steps[0], word) && !list.includes(candidate))
          list.push(candidate);
    known.set(word, list);
    return list;
  };
}

function readSteps(phrase: string): Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of phrase.split(' ')) {
    if (part === '~' || part === '~~') {
      gap = part === '~' ? SHORT_GAP : LONG_GAP;
      continue;
    }
    const optional = part.endsWith('?');
    const alternatives = (optional ? part.slice(0, -1) : part)
      .split('/')
      .map((text) =>
        text.endsWith('*') ? { text: text.slice(0, -1), prefix: true } : { text, prefix: false },
      );
    steps.push({ alternatives, optional, gap });
    gap = 0;
  }
  if (!steps[0] || steps[0].optional) throw new Error(`The phrase "${phrase}" has no first word`);
  return steps;
}

/** The word after the match, or 0. Depth is the number of steps, so recursion stays shallow. */
function matchSteps(words: readonly Word[], at: number, steps: readonly Step[], next: number): number {
  const step = steps[next];
  if (!step) return at;
  const sentence = words[at - 1]?.sentence;
  for (let skipped = 0; skipped <= step.gap; skipped++) {
    const word = words[at + skipped];
    if (!word || word.sentence !== sentence) break;
    if (!stepAccepts(step, word.text)) continue;
    const end = matchSteps(words, at + skipped + 1, steps, next + 1);
    if (end > 0) return end;
  }
  return step.optional ? matchSteps(words, at, steps, next + 1) : 0;
}

function stepAccepts(step: Step, word: string): boolean {
  return step.alternatives.some(({ text, prefix }) => (prefix ? word.startsWith(text) : word === text));
}
