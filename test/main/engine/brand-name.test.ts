import { describe, expect, test } from 'vitest';
import { brandName } from '../../../main/engine/import/brand-name.ts';

const text =
  'HarborLight respects you. HarborLight keeps little. Ask Harborlight or write to harborlight@example.org. North Quay, Inc. runs HarborLight.';

describe('the name a text gives itself', () => {
  test('is spelled as the text spells it most often', () => {
    expect(brandName(text, ['harborlight privacy 2020'])).toBe('HarborLight');
  });

  test('may be written as two words', () => {
    const two = 'North Quay sails. North Quay rows. North\nQuay drifts.';
    expect(brandName(two, ['northquay-terms'])).toBe('North Quay');
  });

  test('comes from the folder where the file only says what kind of document it is', () => {
    expect(brandName(text, ['privacy policy', 'harborlight'])).toBe('HarborLight');
  });

  test('is not taken from a name that the text does not use, or uses in passing', () => {
    expect(brandName(text, ['acme', 'inc', 'quay'])).toBe('');
    expect(brandName(text, ['Privacy Policy', ''])).toBe('');
  });
});
