import { traceOrigins } from '../../main/engine/lifelines/token-origins.ts';
import { type SpanCache, traceLifeline } from '../../main/engine/lifelines/trace-lifeline.ts';
import type { Connection } from '../../main/engine/store/connection.ts';
import { ensureCompany, ensurePolicy } from '../../main/engine/store/names.ts';
import { appendVersion } from '../../main/engine/store/versions.ts';
import type { Result } from '../../shared/model/result.ts';
import type { InventedVersion } from './invented-history.ts';

/** Shorter ones may stand twice by chance. */
const SENTENCE_WORDS = 5;

export interface OriginScore {
  readonly words: number;
  readonly right: number;
  /** Sentences whose words all came in together, and those of them whose lifeline begins there. */
  readonly sentences: number;
  readonly traced: number;
}

/** How many words of the newest version of an invented history come out with their true origin. Saves the history as a policy. */
export function judgeOrigins(
  connection: Connection,
  name: string,
  history: readonly InventedVersion[],
): OriginScore {
  const saved = connection.write(() => {
    const policy = ensurePolicy(connection, ensureCompany(connection, 'Invented').id, name);
    return history.map(({ text }, index) =>
      appendVersion(connection, policy.id, {
        text,
        effectiveDate: new Date(Date.UTC(2008, 0, 1 + index * 7)).toISOString().slice(0, 10),
        savedAt: '2020-01-01T00:00:00.000Z',
        author: '',
        note: '',
        kind: 'substantive',
        source: { kind: 'written' },
      }),
    );
  });
  const newest = saved.at(-1);
  const truth = history.at(-1);
  if (!newest || !truth) throw new Error('A history has a version');
  const cache: SpanCache = new Map();
  const spans = finish(traceOrigins(connection, newest, cache));
  let [at, right] = [0, 0];
  const places = [...truth.text.matchAll(/[a-z]+/g)];
  for (const [index, { index: from }] of places.entries()) {
    while ((spans[at]?.to ?? Number.POSITIVE_INFINITY) <= from) at++;
    if (spans[at]?.number === truth.words[index]?.origin) right += 1;
  }
  let [word, sentences, traced] = [0, 0, 0];
  for (const { 0: sentence, index: from } of truth.text.matchAll(/[a-z ]+\./g)) {
    const count = sentence.trim().split(' ').length;
    const origins = new Set(truth.words.slice(word, word + count).map(({ origin }) => origin));
    word += count;
    const [origin] = origins;
    if (origins.size > 1 || count < SENTENCE_WORDS) continue;
    const lead = sentence.length - sentence.trimStart().length;
    const range = { from: from + lead, to: from + sentence.length };
    const { events } = finish(traceLifeline(connection, newest, range, cache));
    sentences += 1;
    if (events.at(-1)?.number === origin) traced += 1;
  }
  return { words: places.length, right, sentences, traced };
}

function finish<Value>(work: Generator<unknown, Result<Value>>): Value {
  let step = work.next();
  while (!step.done) step = work.next();
  if (!step.value.ok) throw new Error(step.value.error.message);
  return step.value.value;
}
