import { describe, expect, it } from 'vitest';
import { findTermUses, termAt } from '../../../renderer/editor/term-uses.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { inspect } from '../../../shared/structure/inspect.ts';

const marked = (text: string, term: string): string => {
  let out = '';
  let at = 0;
  for (const { from, to } of findTermUses(text, term)) {
    out += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return out + text.slice(at);
};

describe('uses of a defined term', () => {
  it.each([
    [
      'Service',
      'The Service, each Service’s fee, our Services and "Service".',
      'The [Service], each [Service’s] fee, our [Services] and "[Service]".',
    ],
    ['Service', 'Servicer, a service, WebService', 'Servicer, a service, WebService'],
    ['Personal Data', 'Personal Data; Personal Database', '[Personal Data]; Personal Database'],
    ['C.O. (UK)', 'C.O. (UK) and COX (UK)', '[C.O. (UK)] and COX (UK)'],
  ])('%s', (term, text, expected) => {
    expect(marked(text, term)).toBe(expected);
  });
});

it('finds the longest term at a place', () => {
  const text = '"**Data**" means facts. "**Personal Data**" means facts about you.\n\nWe keep Personal Data.';
  const inspection = inspect(parseDocument(text));
  const names = inspection.definedTerms.map(({ term }) => term);
  expect(names).toEqual(expect.arrayContaining(['Data', 'Personal Data']));
  expect(termAt(text, text.lastIndexOf('Data') + 1, inspection)?.term).toBe('Personal Data');
  expect(termAt(text, text.indexOf('facts'), inspection)).toBeNull();
});
