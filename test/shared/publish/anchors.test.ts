import { describe, expect, it } from 'vitest';
import { headingAnchors } from '../../../shared/publish/anchors.ts';

/** `2 Heading` is a heading of level 2. */
function anchors(...headings: readonly string[]): string[] {
  return headingAnchors(headings.map((line) => ({ level: Number(line[0]), text: line.slice(2) })));
}

describe('headingAnchors', () => {
  it.each([
    ['Data Retention', 'data-retention'],
    ['3. Data Retention', 'data-retention'],
    ['3.1 Data Retention', 'data-retention'],
    ['Section 4: Data Retention', 'data-retention'],
    ['(a) Data Retention', 'data-retention'],
    ['IV. Data Retention', 'data-retention'],
    ['I agree', 'i-agree'],
    ['3rd parties', '3rd-parties'],
    ['Article 5', 'article-5'],
    ['2019', '2019'],
    ['Überblick', 'überblick'],
    ['個人情報', '個人情報'],
    ['???', 'section'],
  ])('reads %j as %j', (heading, anchor) => {
    expect(anchors(`1 ${heading}`)).toEqual([anchor]);
  });

  it('keeps the ids of the others when a section is added and all are renumbered', () => {
    expect(anchors('1 T', '2 1. A', '2 2. B')).toEqual(['t', 'a', 'b']);
    expect(anchors('1 T', '2 1. New', '2 2. A', '2 3. B')).toEqual(['t', 'new', 'a', 'b']);
  });

  it('tells equal headings apart by what they stand under, then by a number', () => {
    expect(anchors('1 T', '2 Web', '3 Cookies', '2 Apps', '3 Cookies', '3 Cookies', '3 Cookies')).toEqual([
      't',
      'web',
      'cookies',
      'apps',
      'apps-cookies',
      't-apps-cookies',
      'cookies-2',
    ]);
  });

  it('gives no reserved id', () => {
    expect(headingAnchors([{ level: 1, text: 'Contents' }], ['contents'])).toEqual(['contents-2']);
  });
});
