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

  it('are not the names of the two policies', () => {
    const [a, b] = ['Heron Ferries sails.', 'Nothing else.'].map((text, index) =>
      prepareText(
        { label: index === 0 ? 'Heron Ferries Privacy Policy' : 'Wren', text: `# Keeping\n\n${text}` },
        index,
      ),
    );
    if (!a || !b) throw new Error('Two texts are needed');
    expect(particularWords(a, b).map(({ from, to }) => a.text.slice(from, to))).toEqual(['sails']);
  });

  it('are not what a policy says everywhere', () => {
    const birds = ['Robins', 'Finches', 'Swallows', 'Thrushes', 'Larks'];
    const everywhere = birds.map((bird) => `# ${bird} nest\n\n${bird} nest at Kestrel.`).join('\n\n');
    expect(particular(everywhere, 'Nothing else.')).not.toContain('Kestrel');
    expect(particular('Robins nest at Kestrel.', 'Nothing else.').join(' ')).toContain('Kestrel');
  });
});
