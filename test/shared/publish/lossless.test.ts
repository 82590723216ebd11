import { describe, expect, it } from 'vitest';
import { check } from '../../../shared/checks/check.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { renderPolicyBody } from '../../../shared/publish/render-policy-body.ts';
import { inspect } from '../../../shared/structure/inspect.ts';
import { expectedPage } from '../../published/expected-page.ts';
import { measuredPolicies, samplePolicies } from '../../published/policies.ts';
import { visibleWords, words } from './visible-text.ts';

/**
 * The law: each word of a text is published as often as it was written. Apart from it stand, by design, comments, scripts and styles, the
 * tags of raw HTML, targets and titles of links, definitions of references, and table cells behind the last column (`surplus-cells`).
 */
function lostWords(text: string): string[] {
  const published = words(publishedWords(text));
  const left = new Map<string, number>();
  for (const word of published) left.set(word, (left.get(word) ?? 0) + 1);
  const written = text.replace(/<\/?div>|\[\^\w+\]/g, ' ');
  return words(written).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

/** Words of a real policy, as another parser than the publisher's reads them, that its page does not have; that parser joins words around a `<br>`. */
function wordsNowhere(text: string): string[] {
  const joined = words(publishedWords(text)).join('');
  return visibleWords(text).filter((word) => !/^\d+$/.test(word) && !joined.includes(word));
}

function publishedWords(text: string): string {
  const html = renderPolicyBody(text);
  const starts = [...html.matchAll(/<ol(?: start="(\d+)")?/g)].map(([, start]) => start ?? '1');
  // Numbers of list items are drawn, not written; titles are shown when pointed at.
  const numbers = Array.from({ length: (html.match(/<li/g) ?? []).length + 1 }, (_, index) => index).join(
    ' ',
  );
  return `${expectedPage(`<article>${html}</article>`).text} ${numbers} ${numbers} ${starts.join(' ')}`;
}

it.each([
  ['notes without a reference', 'One[^a].\n\n[^a]: Two.\n[^b]: Three.\n[^a]: Four.'],
  ['quotes in quotes', `${'> '.repeat(300)}deep\n\nEnd.`],
  ['lists in lists', `${'- '.repeat(300)}deep\n\nEnd.`],
  [
    'lists in lists by indentation',
    Array.from({ length: 150 }, (_, depth) => `${'  '.repeat(depth)}- item${depth}`).join('\n'),
  ],
  ['brackets in brackets', `${'['.repeat(300)}deep${']'.repeat(300)} end`],
  ['emphasis in emphasis', `${'*a '.repeat(300)}deep${' b*'.repeat(300)} end`],
  ['raw elements in raw elements', `${'<div>'.repeat(300)}deep${'</div>'.repeat(300)}\n\nend`],
  ['elements without an end', 'Before <textarea> between <select> and <xmp> after <plaintext> end'],
  ['a table of one row', '| a | b |\n| - | - |\n| c |\nnext line'],
])('loses no word of %s', (_name, text) => {
  expect(lostWords(text)).toEqual([]);
});

it('says which table cells are not published', () => {
  const text = '# A\n\n| a | b |\n| - | - |\n| c | d | kept from readers | |\n| e | f | |\n';
  const document = parseDocument(text);
  const findings = check(document, inspect(document)).findings.filter(({ rule }) => rule === 'surplus-cells');
  expect(findings).toMatchObject([{ fromLine: 5, severity: 'warning' }]);
  expect(text.slice(findings[0]?.from, findings[0]?.to)).toContain('kept from readers');
  expect(lostWords(text)).toEqual(['kept', 'from', 'readers']);
});

describe('real policies', () => {
  it('lose no word', () => {
    const lost = [...samplePolicies(), ...measuredPolicies()].map(
      ({ name, text }) => [name, wordsNowhere(text)] as const,
    );
    expect(Object.fromEntries(lost.filter(([, found]) => found.length > 0))).toEqual({});
  });
});
