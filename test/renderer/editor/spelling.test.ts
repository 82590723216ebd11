import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import nspell from 'nspell';
import { describe, expect, it, vi } from 'vitest';
import { createPreferences } from '../../../renderer/app/preferences.ts';
import { createStore } from '../../../renderer/app/store.ts';
import type { Reading, ReadingState } from '../../../renderer/editor/reading.ts';
import { type English, englishOf } from '../../../renderer/editor/spelling/english.ts';
import { findWords } from '../../../renderer/editor/spelling/find-words.ts';
import { acceptedWords, createSpeller, misspelled } from '../../../renderer/editor/spelling/speller.ts';
import { createSpelling, type SpellingPort } from '../../../renderer/editor/spelling/spelling.ts';
import type { SpellingAnswer, SpellingRequest } from '../../../renderer/editor/spelling/spelling-messages.ts';
import type { Analysis } from '../../../renderer/editor/text-analysis.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { inspect } from '../../../shared/structure/inspect.ts';
import { fakeClient } from '../helpers/fake-client.ts';

function spellerOf(english: English) {
  const name = english === 'en-GB' ? 'dictionary-en-gb' : 'dictionary-en';
  const folder = path.dirname(createRequire(import.meta.url).resolve(name));
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  return createSpeller(english, nspell(read('index.aff'), read('index.dic')));
}

const american = spellerOf('en-US');
const british = spellerOf('en-GB');

function wrong(text: string, speller = american, names: readonly string[] = []): string[] {
  return misspelled(findWords(text), speller, acceptedWords(names, [])).map(({ word }) => word);
}

describe('spell check', () => {
  it.each([
    ['We recieve your data.', ['recieve']],
    ['# Infromation We Collect', ['Infromation']],
    ['| Name | Purpose |\n| --- | --- |\n| Qworv | hostting |', ['hostting']],
    ['- a **tecnical** measure', ['tecnical']],
    ['The controller’s duties, and yours; don’t worry.', []],
    ['Write to privaci@exampel.test or see https://exampel.test/polisy and exampel.test.', []],
    ['Set `cookieConsnet` to `tru`.', []],
    ['We use Zorbtelio to host. Zorbtelio keeps backups.', []],
    ['The GDPR, the DPAs and eIDAS apply to iPhones.', []],
    ['Sub-processors may pseudonymize or anonymise; geolocation is opt-in.', []],
    ['Version v2beta and 24x7 hold.', []],
    ['<!-- note: chekc this -->\n\nFine words.', []],
  ])('%s', (text, expected) => expect(wrong(text)).toEqual(expected));

  it('takes the words of names as they are, in small letters too', () => {
    expect(wrong('The wobblet is a Service.')).toEqual(['wobblet']);
    expect(wrong('The wobblet is a Service.', american, ['Wobblet Data'])).toEqual([]);
  });

  it('finds the place in the source, through markup', () => {
    const text = 'See [the *recieved* data](https://example.test).';
    const [word] = misspelled(findWords(text), american, new Set());
    expect(text.slice(word?.from, word?.to)).toBe('recieved');
  });

  it('suggests what was meant', () => {
    expect(american.suggest('recieve')).toContain('receive');
    expect(american.suggest('tecnical')[0]).toBe('technical');
  });

  it('tells British from American by the words of the text', () => {
    expect(englishOf(['the', 'colour', 'of', 'behaviour'])).toBe('en-GB');
    expect(englishOf(['organization', 'center'])).toBe('en-US');
    expect(englishOf(['organization', 'licence', 'honour'])).toBe('en-GB');
    expect(englishOf(['nothing'])).toBe('en-US');
  });

  it('knows what each of them writes', () => {
    expect(wrong('Its colour and organisation.', british)).toEqual([]);
    expect(wrong('Its color.', british)).toEqual(['color']);
    expect(wrong('Organizations may authorize this.', british)).toEqual([]);
    expect(wrong('Its colour and organisation.')).toEqual(['colour', 'organisation']);
  });
});

describe('what the window says of the spelling', () => {
  it('forgets an answer that comes in after the text has become another language', () => {
    vi.useFakeTimers();
    const store = createStore<ReadingState>({ analysis: null, failure: null });
    let answer = (_: SpellingAnswer): void => undefined;
    const sent: SpellingRequest[] = [];
    const port: SpellingPort = {
      send: (request) => sent.push(request),
      listen: (listener) => {
        answer = listener;
      },
    };
    const reading: Reading = { store, touch: vi.fn(), restart: vi.fn(), wantPage: vi.fn() };
    const preferences = createPreferences(fakeClient({}));
    const spelling = createSpelling({ openPort: () => port, reading, preferences });
    const read = (text: string): void => {
      store.set({ analysis: analysisOf(text), failure: null });
      vi.runAllTimers();
    };
    read('We keep the data that you give us, and we use it for what you ask of us.');
    expect(sent.map(({ kind }) => kind)).toEqual(['check']);
    read(
      'Wir verarbeiten Ihre Daten nur für die Zwecke, die in der Erklärung stehen, und nicht für andere Zwecke.',
    );
    expect(spelling.store.get()).toEqual({ kind: 'unsupported', language: 'de' });
    answer({ kind: 'checked', id: sent[0]?.id ?? 0, english: 'en-US', misspellings: [] });
    expect(spelling.store.get()).toEqual({ kind: 'unsupported', language: 'de' });
    vi.useRealTimers();
  });
});

function analysisOf(text: string): Analysis {
  return {
    text,
    inspection: inspect(parseDocument(text)),
    report: { format: 'codicil.check/1', findings: [] },
    vendorForms: [],
    practiceFields: [],
    notes: [],
    page: null,
  };
}
