import { describe, expect, it } from 'vitest';
import { align } from '../../../shared/align/align.ts';
import { buildFacts } from '../../../shared/align/facts.ts';
import { renderAlignmentReport } from '../../../shared/publish/alignment-report.ts';

const wren = {
  label: 'Wren <b>',
  text: '# Cookies\n\nWe use cookies and web beacons.\n\n# Pigeons\n\nThey fly <script>alert(1)</script> home.',
};
const finch = {
  label: 'Finch',
  text: '# Cookies\n\nWe set session cookies and web beacons.\n\n# Children\n\nThe service is not directed to children under 16.',
};

function report(...texts: readonly (typeof wren)[]): string {
  return renderAlignmentReport({ texts, alignment: align(texts), facts: buildFacts(texts) });
}

describe('the report of companies side by side', () => {
  const html = report(wren, finch);

  it('shows every passage once', () => {
    for (const id of ['a1', 'a2', 'b1', 'b2']) expect(html.split(`<article id="${id}"`)).toHaveLength(2);
  });

  it('says where nothing corresponds', () => {
    expect(html.match(/Nothing corresponds/g)).toHaveLength(2);
  });

  it('opens the passages of a cell and says what was looked for where a topic is absent', () => {
    expect(html).toContain('<a href="#b2">line 5</a>');
    expect(html).toContain('looked for:');
  });

  it('gives paper a few policies a table, since it cannot scroll, and leaves none out', () => {
    const many = Array.from({ length: 6 }, (_, index) => ({ ...finch, label: `Finch ${index}` }));
    const tables = report(...many)
      .split('<div class="frame on-paper">')
      .slice(1);
    const heads = tables.map((table) =>
      [...(/<thead>.*?<\/thead>/s.exec(table)?.[0] ?? '').matchAll(/Finch \d/g)].join(),
    );
    expect(heads).toEqual([
      'Finch 0,Finch 1,Finch 2,Finch 3',
      'Finch 4,Finch 5',
      'Finch 0,Finch 1,Finch 2,Finch 3',
      'Finch 4,Finch 5',
    ]);
    expect(html).not.toContain('class="frame on-paper"');
  });

  it('lets no markup of the texts or labels through', () => {
    expect(html).not.toContain('<script');
    expect(html).not.toContain('Wren <b>');
    expect(html).toContain('Wren &lt;b&gt;');
  });

  it.each([2, 3])('leads every line to a passage that stands in the page, with %d texts', (count) => {
    const third = { label: 'Third', text: '# Keeping\n\nWe keep logs for 30 days and orders for 10 years.' };
    const page = report(...[wren, third, finch].slice(0, count));
    const targets = [...page.matchAll(/href="#([a-z]+\d+)"/g)].map(([, id]) => id);
    expect(targets).toContain('b1');
    expect(targets.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
    expect(page).toMatch(/30 days <small><a href="#b1">line 3<\/a>/);
    expect(page.match(/<circle /g)).toHaveLength(2);
  });

  it('leaves the facing columns out for three', () => {
    expect(report(wren, finch, { ...finch, label: 'Third' })).not.toContain('class="pair"');
  });
});
