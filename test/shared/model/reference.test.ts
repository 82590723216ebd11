import { describe, expect, it } from 'vitest';
import { isPolicyReference, parsePolicyReference, slugify } from '../../../shared/model/reference.ts';

describe('policy references', () => {
  it.each([
    ['acme/privacy@latest', 'acme', 'privacy', { kind: 'latest' }],
    ['acme/privacy@draft', 'acme', 'privacy', { kind: 'draft' }],
    ['acme/privacy@3', 'acme', 'privacy', { kind: 'number', number: 3 }],
    ['acme/terms-of-use@2019-05-02', 'acme', 'terms-of-use', { kind: 'date', date: '2019-05-02' }],
    ['åkers/dpa@1', 'åkers', 'dpa', { kind: 'number', number: 1 }],
  ])('%s names a text of the library', (reference, company, policy, version) => {
    expect(isPolicyReference(reference)).toBe(true);
    expect(parsePolicyReference(reference)).toEqual({ ok: true, value: { company, policy, version } });
  });
  it.each(['privacy.md', 'a/b.md', './a/b@c', 'a/b@', 'a/b/c@1', 'a b/c@1', 'acme/privacy@v3', '-'])(
    '%s is a path, not a reference',
    (path) => {
      expect(isPolicyReference(path)).toBe(false);
      expect(parsePolicyReference(path)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    },
  );
});

describe('slugify', () => {
  it.each([
    ['Privacy Policy', 'privacy-policy'],
    ['  Åkers & Söner AB ', 'akers-soner-ab'],
    ['條款', '條款'],
    ['!!!', 'untitled'],
  ])('%j becomes %j', (name, slug) => {
    expect(slugify(name)).toBe(slug);
  });
});
