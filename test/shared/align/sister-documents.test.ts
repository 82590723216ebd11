import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AlignedText } from '../../../shared/align/alignment.ts';
import { checkSisterDocuments } from '../../../shared/align/sister-documents.ts';
import { type Contradiction, contradictions } from './sister-contradictions.ts';

const NAMES = [
  'privacy-policy',
  'cookie-policy',
  'data-processing-agreement',
  'sub-processors',
  'terms-of-service',
];
const agreeing: readonly AlignedText[] = NAMES.map((label) => ({
  label,
  text: readFileSync(new URL(`./sisters/${label}.md`, import.meta.url), 'utf8'),
}));

function plant({ document, find, replace }: Contradiction): AlignedText[] {
  return agreeing.map((sister) => {
    if (sister.label !== document) return sister;
    if (!sister.text.includes(find)) throw new Error(`${document} does not say "${find}"`);
    return { ...sister, text: sister.text.replace(find, replace) };
  });
}

describe('sister documents', () => {
  it('reads the role of each document from its title', () => {
    expect(checkSisterDocuments(agreeing).documents.map(({ role }) => role)).toEqual([
      'privacy-policy',
      'cookie-policy',
      'processing-agreement',
      'vendor-list',
      'terms',
    ]);
  });

  it('finds nothing in a set that agrees', () => {
    expect(checkSisterDocuments(agreeing).findings.map(({ message }) => message)).toEqual([]);
  });

  it('has a hundred planted contradictions to find', () => {
    expect(contradictions.length).toBeGreaterThanOrEqual(100);
  });

  it.each(contradictions)('finds in $document: $replace', (contradiction) => {
    const { findings } = checkSisterDocuments(plant(contradiction));
    const place = agreeing.findIndex(({ label }) => label === contradiction.document);
    const found = findings.filter(
      ({ kind, places }) => kind === contradiction.kind && places.some(({ document }) => document === place),
    );
    expect(found.length, findings.map(({ message }) => message).join('\n')).toBeGreaterThan(0);
  });

  it('says the same of the same set every time', () => {
    const planted = contradictions[0] ? plant(contradictions[0]) : [];
    expect(checkSisterDocuments(planted)).toEqual(checkSisterDocuments(planted));
  });
});
