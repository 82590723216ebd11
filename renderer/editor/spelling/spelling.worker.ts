import nspell from 'nspell';
import { type English, englishOf } from './english.ts';
import { findWords } from './find-words.ts';
import { acceptedWords, createSpeller, misspelled, type Speller } from './speller.ts';
import type { SpellingAnswer, SpellingRequest } from './spelling-messages.ts';

const spellers = new Map<English, Promise<Speller>>();

/** Looks up words off the typing thread; dictionaries are read when they are first needed. */
self.onmessage = ({ data }: MessageEvent<SpellingRequest>) => {
  void answer(data).then(
    (result) => self.postMessage(result),
    (error: unknown) =>
      self.postMessage({ kind: 'failed', id: data.id, message: String(error) } satisfies SpellingAnswer),
  );
};

async function answer(request: SpellingRequest): Promise<SpellingAnswer> {
  const { id } = request;
  if (request.kind === 'suggest') {
    const speller = await spellerFor(request.english);
    return { kind: 'suggested', id, words: speller.suggest(request.word) };
  }
  const words = findWords(request.text);
  const english = request.english ?? englishOf(words.map(({ word }) => word));
  const accepted = acceptedWords(request.names, request.ownWords);
  return {
    kind: 'checked',
    id,
    english,
    misspellings: misspelled(words, await spellerFor(english), accepted),
  };
}

function spellerFor(english: English): Promise<Speller> {
  const known = spellers.get(english);
  if (known) return known;
  const loading = english === 'en-GB' ? loadBritish() : loadAmerican();
  spellers.set(english, loading);
  return loading;
}

async function loadAmerican(): Promise<Speller> {
  const [aff, dic] = await Promise.all([
    import('dictionary-en/index.aff?raw'),
    import('dictionary-en/index.dic?raw'),
  ]);
  return createSpeller('en-US', nspell(aff.default, dic.default));
}

async function loadBritish(): Promise<Speller> {
  const [aff, dic] = await Promise.all([
    import('dictionary-en-gb/index.aff?raw'),
    import('dictionary-en-gb/index.dic?raw'),
  ]);
  return createSpeller('en-GB', nspell(aff.default, dic.default));
}
