import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findAccountingFault } from '../../../shared/compare/accounting.ts';
import { applySpans } from '../../../shared/compare/apply.ts';
import { buildRedline } from '../../../shared/compare/build-redline.ts';
import { compareTexts } from '../../../shared/compare/compare.ts';
import { normaliseText } from '../../../shared/model/text.ts';

const PAIRS = fileURLToPath(new URL('../../../../shared/corpus/pairs/', import.meta.url));
const pairs = existsSync(PAIRS)
  ? readdirSync(PAIRS).filter((name) => existsSync(`${PAIRS}${name}/old.md`))
  : [];
if (pairs.length === 0)
  console.log('No ../shared/corpus/pairs next to the repository: real pairs are not compared.');

describe.skipIf(pairs.length === 0)('real pairs of versions', () => {
  it.each(pairs)('%s satisfies the accounting in both directions', (name) => {
    const read = (file: string): string => normaliseText(readFileSync(`${PAIRS}${name}/${file}`, 'utf8'));
    for (const [a, b] of [
      [read('old.md'), read('new.md')],
      [read('new.md'), read('old.md')],
    ] as const) {
      const comparison = compareTexts({ label: 'a', text: a }, { label: 'b', text: b });
      expect(findAccountingFault(comparison)).toBeNull();
      expect(applySpans(comparison)).toBe(b);
      expect(buildRedline(comparison).rows.length).toBeGreaterThan(0);
    }
  });
});
