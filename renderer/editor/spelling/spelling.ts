import type { Inspection } from '../../../shared/structure/inspection.ts';
import type { Preferences } from '../../app/preferences.ts';
import { createStore, type Store } from '../../app/store.ts';
import type { Reading } from '../reading.ts';
import type { Analysis } from '../text-analysis.ts';
import type { English } from './english.ts';
import type { SpelledWord } from './find-words.ts';
import type { SpellingAnswer, SpellingRequest } from './spelling-messages.ts';

/** Where spell check stands. */
export type SpellingState =
  | { readonly kind: 'off' }
  /** There is no dictionary for the text's language. */
  | { readonly kind: 'unsupported'; readonly language: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'checked';
      readonly english: English;
      /** The text that was looked through. */
      readonly text: string;
      readonly misspellings: readonly SpelledWord[];
    };

export interface Spelling {
  readonly store: Store<SpellingState>;
  /** What may have been meant by a misspelled word, best first. */
  suggest(word: string): Promise<readonly string[]>;
  /** Takes a word as right from now on, in every policy. */
  addWord(word: string): void;
}

/** The way to the worker; tests pass their own. */
export interface SpellingPort {
  send(request: SpellingRequest): void;
  listen(listener: (answer: SpellingAnswer) => void): void;
}

interface SpellingOptions {
  /** Called when the first text is to be looked through: most of the memory is the dictionary's. */
  readonly openPort: () => SpellingPort;
  readonly reading: Reading;
  readonly preferences: Preferences;
}

/** A word is marked once its writer has paused; marks under a word that is being written disturb. */
const PAUSE_MS = 600;

/** Checks the spelling of the open text, as the settings say, whenever it has been read. */
export function createSpelling({ openPort, reading, preferences }: SpellingOptions): Spelling {
  const store = createStore<SpellingState>({ kind: 'waiting' });
  const waiting = new Map<number, (words: readonly string[]) => void>();
  let port: SpellingPort | null = null;
  let lastId = 0;
  let sent: { readonly id: number; readonly text: string } = { id: 0, text: '' };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const opened = (): SpellingPort => {
    if (!port) {
      port = openPort();
      port.listen(hear);
    }
    return port;
  };
  const hear = (answer: SpellingAnswer): void => {
    if (answer.kind === 'suggested') {
      waiting.get(answer.id)?.(answer.words);
      waiting.delete(answer.id);
    } else if (answer.id === sent.id) {
      const { text } = sent;
      store.set(
        answer.kind === 'failed'
          ? { kind: 'failed', message: answer.message }
          : { kind: 'checked', english: answer.english, text, misspellings: answer.misspellings },
      );
    }
  };
  const check = (
    { inspection, text }: Analysis,
    mode: English | 'auto',
    ownWords: readonly string[],
  ): void => {
    lastId += 1;
    sent = { id: lastId, text };
    const english = mode === 'auto' ? null : mode;
    opened().send({ kind: 'check', id: lastId, text, english, names: namesOf(inspection), ownWords });
  };
  const checkNow = (): void => {
    const { analysis } = reading.store.get();
    const { spelling, dictionary } = preferences.store.get();
    if (!analysis) return;
    const { language } = analysis.inspection;
    sent = { id: 0, text: '' }; // an answer that is still under way speaks of another text
    if (spelling === 'off') store.set({ kind: 'off' });
    else if (spelling === 'auto' && language !== 'en' && language !== '')
      store.set({ kind: 'unsupported', language });
    else check(analysis, spelling, dictionary);
  };
  const plan = (): void => {
    clearTimeout(timer);
    timer = setTimeout(checkNow, PAUSE_MS);
  };

  let seen = preferences.store.get();
  reading.store.subscribe(plan);
  preferences.store.subscribe(() => {
    const settings = preferences.store.get();
    if (settings.spelling !== seen.spelling || settings.dictionary !== seen.dictionary) plan();
    seen = settings;
  });

  return {
    store,
    suggest(word) {
      const state = store.get();
      if (state.kind !== 'checked') return Promise.resolve([]);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        opened().send({ kind: 'suggest', id, word, english: state.english });
      });
    },
    addWord(word) {
      const { dictionary } = preferences.store.get();
      if (!dictionary.includes(word)) preferences.change({ dictionary: [...dictionary, word] });
    },
  };
}

function namesOf(inspection: Inspection): readonly string[] {
  const { definedTerms, vendors, entities, title } = inspection;
  return [
    ...definedTerms.map(({ term }) => term),
    ...vendors.map(({ name }) => name),
    ...entities.flatMap(({ name, address }) => [name, address ?? '']),
    title,
  ];
}
