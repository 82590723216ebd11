import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { windowBackground } from '../../main/windows/background.ts';

it('is what the page paints itself with, in both themes', () => {
  const tokens = readFileSync('renderer/theme/tokens.css', 'utf8');
  const chrome = [...tokens.matchAll(/--surface-chrome: (#\w+);/g)].map((match) => match[1]);
  expect(chrome).toEqual([windowBackground.light, windowBackground.dark]);
});
