import { describe, expect, it } from 'vitest';
import { prepareText } from '../../../shared/align/align.ts';
import { markWords } from '../../../shared/align/mark-words.ts';

/** The words marked in the first text's only passage beside that of the second. */
function marks(own: string, other: string): { common: string[]; particular: string[] } {
  const [a, b] = [own, other].map((text, index) =>
    prepareText({ label: '', text: `# Keeping\n\n${text}` }, index),
  );
  const passage = a?.passages[0];
  if (!a || !b || !passage) throw new Error('Two texts are needed');
  const { common, particular } = markWords(a, passage, b, b.passages);
  const words = ({ from, to }: { from: number; to: number }): string => a.text.slice(from, to);
  return { common: common.map(words), particular: particular.map(words) };
}

describe('words in common and particular', () => {
  it('are marked by stem, small words never, neighbours together', () => {
    expect(marks('We retain server logs for 60 days.', 'The retained server logs stay 30 days.')).toEqual({
      common: ['Keeping', 'retain server logs', 'days'],
      particular: ['60'],
    });
  });

  it('are all particular beside another subject', () => {
    expect(marks('Pigeons deliver.', 'Nothing else.')).toEqual({
      common: ['Keeping'],
      particular: ['Pigeons deliver'],
    });
  });
});
