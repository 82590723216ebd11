import { describe, expect, it } from 'vitest';
import { prepareText } from '../../../shared/align/align.ts';
import { particularWords } from '../../../shared/align/particular-words.ts';

function particular(own: string, other: string): string[] {
  const [a, b] = [own, other].map((text, index) =>
    prepareText({ label: '', text: `# Keeping\n\n${text}` }, index),
  );
  if (!a || !b) throw new Error('Two texts are needed');
  return particularWords(a, b).map(({ from, to }) => a.text.slice(from, to));
}

describe('particular words', () => {
  it('are those that the other says nowhere, by stem, small words never, neighbours together', () => {
    expect(
      particular('We retain server logs for 60 days.', 'The retained server logs stay 30 days.'),
    ).toEqual(['60']);
    expect(particular('Pigeons deliver it.', 'Nothing else.')).toEqual(['Pigeons deliver']);
    expect(particular('You can find it in its place.', 'Nothing else.')).toEqual([]);
  });

  it('are at most six in a passage, numbers before words', () => {
    const many = 'Apple, berry, cherry, damson, elder, fig, grape, hazel, ivy, juniper and 42.';
    const marked = particular(many, 'Nothing else.');
    expect(marked).toHaveLength(6);
    expect(marked).toContain('42');
  });
});
