import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../shared/checks/check.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { applyEdits, indexLines, normaliseText, type TextRange } from '../../../shared/model/text.ts';
import { inspect } from '../../../shared/structure/inspect.ts';
import { readShared, sharedDir } from '../../helpers/shared-data.ts';

const PIECES = [
  '# ',
  '- ',
  '1. ',
  '> ',
  '| a | b |\n|---|---|\n',
  '| Vendor | Purpose |\n|---|---|\n| c | d |\n',
  '\n\n',
  '\n',
  '---\n',
  '===\n',
  '("',
  '“Data” means ',
  'Effective 1 May 2020',
  ' 31 February 2020 ',
  'within 30 days',
  'under 13',
  'a@b.example',
  '[x](https://y.example "z")',
  '[x](',
  '<br>',
  '`',
  '**',
  '&nbsp;',
  '\\',
  '\u0000',
  '\ud800',
  '\u2028',
  '🏳️‍🌈',
  'Larkspur, Inc.',
  'Section 4',
  'service providers such as Postbox and Mint',
  'title: x\n',
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 30 })
  .map((parts) => normaliseText(parts.join('')));

/** Every place that reading and checking give lies in the text, and its line is the one it says. */
function examine(source: string): void {
  const document = parseDocument(source);
  const inspection = inspect(document);
  const lines = indexLines(source);
  const placed: readonly { range: TextRange; line: number }[] = [
    ...inspection.dates,
    ...inspection.entities,
    ...inspection.emails,
    ...inspection.sections,
    ...inspection.definedTerms,
    ...inspection.vendors,
    ...inspection.timeCommitments,
    ...inspection.history,
    ...inspection.links,
  ];
  for (const { range, line } of placed) {
    expect(range.from >= 0 && range.from <= range.to && range.to <= source.length).toBe(true);
    expect(line).toBe(lines.lineAt(range.from));
  }
  for (const { from, to, fromLine, toLine, edits } of check(document, inspection).findings) {
    expect(from >= 0 && from <= to && to <= source.length).toBe(true);
    expect([fromLine, toLine]).toEqual([lines.lineAt(from), lines.lineAt(Math.max(from, to - 1))]);
    if (edits) expect(applyEdits(source, edits)).not.toBe(source);
  }
}

describe('reading and checking', () => {
  it('take any text', () => {
    fc.assert(
      fc.property(text, (source) => {
        examine(source);
      }),
      { numRuns: 300 },
    );
  });

  it.skipIf(sharedDir === null)('take the hostile texts and the examples of the specifications', () => {
    for (const name of [
      'bidi-trojan.md',
      'control-chars.md',
      'zero-width-homoglyph.md',
      'zwj-emoji.md',
      'cr-only.md',
    ])
      examine(normaliseText(readShared(`hostile/text/${name}`)));
    const examples = JSON.parse(readShared('hostile/conformance/gfm-spec.json')) as { markdown: string }[];
    for (const { markdown } of examples) examine(normaliseText(markdown));
  });
});
