import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FRAMEWORKS_AS_OF, LAPSED_FRAMEWORKS } from '../../../shared/checks/frameworks.ts';
import { RULES } from '../../../shared/checks/rules.ts';

const guide = readFileSync(new URL('../../../docs/guide/checks.md', import.meta.url), 'utf8');

describe('the user guide', () => {
  it('names every rule once, and no other', () => {
    const named = [...guide.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(RULES.map(({ name }) => name).toSorted());
  });

  it('gives the table of frameworks with its day, dates and sources', () => {
    expect(guide).toContain(FRAMEWORKS_AS_OF);
    for (const { until, source } of LAPSED_FRAMEWORKS) expect(guide).toContain(`${until} | ${source}`);
  });
});
