import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRedline } from '../../../shared/compare/build-redline.ts';
import { compareTexts } from '../../../shared/compare/compare.ts';
import { type TrackedBlock, type TrackedRun, trackChanges } from '../../../shared/publish/tracked-changes.ts';
import { visibleWords, words } from './visible-text.ts';

function track(a: string, b: string): TrackedBlock[] {
  return trackChanges(buildRedline(compareTexts({ label: 'a', text: a }, { label: 'b', text: b })));
}

/** One line a paragraph: `[-deleted-]`, `{+inserted+}`, and a mark at a paragraph's end that is not kept. */
function notation(blocks: readonly TrackedBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [`${block.runs.map(runNotation).join('')}${MARKS[block.mark]}`];
    return block.rows.map(
      ({ cells, fate }) =>
        `${MARKS[fate]}| ${cells.map((runs) => runs.map(runNotation).join('')).join(' | ')} |`,
    );
  });
}

const MARKS = { kept: '', inserted: '+', deleted: '-' } as const;

function runNotation({ fate, text }: TrackedRun): string {
  if (fate === 'kept') return text;
  return fate === 'deleted' || fate === 'moved-away' ? `[-${text}-]` : `{+${text}+}`;
}

/** The text after accepting or rejecting everything; a paragraph whose mark goes is joined with the next. */
function resolve(blocks: readonly TrackedBlock[], side: 'accept' | 'reject'): string {
  const gone = side === 'accept' ? ['deleted', 'moved-away'] : ['inserted', 'moved-here'];
  const kept = (runs: readonly TrackedRun[]): string =>
    runs.map(({ fate, text }) => (gone.includes(fate) ? '' : text)).join('');
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return `${kept(block.runs)}${gone.includes(block.mark) ? '' : '\n'}`;
      // No change joins a paragraph with a table.
      const rows = block.rows.filter(({ fate }) => !gone.includes(fate));
      return `\n${rows.map(({ cells }) => cells.map(kept).join('\n')).join('\n')}\n`;
    })
    .join('');
}

describe('trackChanges', () => {
  it.each([
    ['Keep it 30 days.', 'Keep it 90 days.', ['Keep it [-30-]{+90+} days.']],
    [
      'First half here. Second half there.',
      'First half here.\n\nSecond half there.',
      ['First half here.[- -]+', 'Second half there.'],
    ],
    ['One.\n\nTwo three four.', 'One.', ['One.', '[-Two three four.-]-']],
    [
      '| a | b |\n|-|-|\n| c | d |',
      '| a | b |\n|-|-|\n| x | y |\n| c | d |',
      ['| a | b |', '+| {+x+} | {+y+} |', '| c | d |'],
    ],
  ])('tracks %j to %j', (a, b, expected) => {
    expect(notation(track(a, b))).toEqual(expected);
  });

  const block = fc.oneof(
    fc
      .array(fc.constantFrom('alpha', 'beta', 'gamma', 'delta', '30', 'days.', '*strong*'), {
        minLength: 1,
        maxLength: 9,
      })
      .map((list) => list.join(' ')),
    fc.constantFrom(
      '## Heading',
      '* one item',
      '1. first\n2. second',
      '| a | b |\n|-|-|\n| c | d e |',
      '> quoted words',
    ),
  );
  const text = fc.array(block, { maxLength: 8 }).map((blocks) => blocks.join('\n\n'));

  it('gives back both texts, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const tracked = track(a, b);
        expect(words(resolve(tracked, 'accept'))).toEqual(visibleWords(b));
        expect(words(resolve(tracked, 'reject'))).toEqual(visibleWords(a));
      }),
      { numRuns: 300 },
    );
  });
});
