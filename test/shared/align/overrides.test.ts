import { describe, expect, it } from 'vitest';
import { align } from '../../../shared/align/align.ts';
import type { Alignment, LinkOverride, OverrideEnd } from '../../../shared/align/alignment.ts';

const ours = (extra = ''): { label: string; key: string; text: string } => ({
  label: `ours${extra}`,
  key: 'ours/privacy',
  text: `# Ours\n\n${extra}\n\n## Cookies\n\nWe use cookies and web beacons.\n\n## Pigeons\n\nThey fly home at dusk.`,
});
const theirs = {
  label: 'theirs',
  key: 'theirs/privacy',
  text: '# Theirs\n\n## Cookies\n\nWe use session cookies and web beacons.\n\n## Ravens\n\nThey remember faces.',
};

function end(alignment: Alignment, key: string, document: number, heading: string): OverrideEnd {
  const anchor = alignment.documents[document]?.sections.find(
    (section) => section.heading === heading,
  )?.anchor;
  if (!anchor) throw new Error(`No passage ${heading}`);
  return { key, anchor };
}

function pairs(alignment: Alignment): string[] {
  const headings = new Map(
    alignment.documents.flatMap(({ sections }) => sections.map(({ id, heading }) => [id, heading] as const)),
  );
  return alignment.links.map(
    ({ from, to, origin }) => `${headings.get(from)} ~ ${headings.get(to)} ${origin}`,
  );
}

describe('what the user said about links', () => {
  const plain = align([ours(), theirs]);
  const override = (verdict: LinkOverride['verdict'], a: string, b: string): LinkOverride => ({
    verdict,
    from: end(plain, 'ours/privacy', 0, a),
    to: end(plain, 'theirs/privacy', 1, b),
  });
  const made = override('confirmed', 'Pigeons', 'Ravens');
  const broken = override('broken', 'Cookies', 'Cookies');

  it('stands above what is computed', () => {
    expect(pairs(plain)).toEqual(['Cookies ~ Cookies computed']);
    expect(pairs(align([ours(), theirs], [made, broken]))).toEqual(['Pigeons ~ Ravens confirmed']);
  });

  it('marks a computed link that was confirmed, and keeps its reasons', () => {
    const [link] = align([ours(), theirs], [override('confirmed', 'Cookies', 'Cookies')]).links;
    expect(link).toMatchObject({ score: 1, origin: 'confirmed' });
    expect(link?.reasons.topics).toContain('cookies');
  });

  it('survives a new version, an edit of the passage and the other order of documents', () => {
    const next = ours('A new preface of several words.');
    expect(pairs(align([next, theirs], [made, broken]))).toEqual(['Pigeons ~ Ravens confirmed']);
    const edited = { ...next, text: next.text.replace('at dusk', 'at dawn') };
    expect(pairs(align([edited, theirs], [made, broken]))).toEqual(['Pigeons ~ Ravens confirmed']);
    expect(pairs(align([theirs, next], [made, broken]))).toEqual(['Ravens ~ Pigeons confirmed']);
  });

  it('follows a passage that moved under another heading', () => {
    const moved = { ...ours(), text: ours().text.replace('## Pigeons', '## Birds') };
    expect(align([moved, theirs], [made]).lostOverrides).toEqual([0]);
    const nested = { ...ours(), text: ours().text.replace('## Pigeons', '### Pigeons') };
    expect(pairs(align([nested, theirs], [made, broken]))).toEqual(['Pigeons ~ Ravens confirmed']);
  });

  it('says which overrides lost their passage, and waits for policies that are not at the table', () => {
    const without = { ...ours(), text: '# Ours\n\n## Cookies\n\nWe use cookies and web beacons.' };
    expect(align([without, theirs], [broken, made]).lostOverrides).toEqual([1]);
    expect(align([ours(), { ...theirs, key: 'others/privacy' }], [made]).lostOverrides).toEqual([]);
  });

  it('keeps the last word on a pair', () => {
    const again = { ...broken, verdict: 'confirmed' as const };
    expect(pairs(align([ours(), theirs], [broken, again]))).toEqual(['Cookies ~ Cookies confirmed']);
    expect(pairs(align([ours(), theirs], [again, broken]))).toEqual([]);
  });
});
