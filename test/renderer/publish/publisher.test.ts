import { expect, it } from 'vitest';
import { fileName, formatBytes } from '../../../renderer/publish/publisher.ts';

it.each([
  ['Fennel & Rook Privacy Policy', 'Fennel & Rook Privacy Policy'],
  ['a/b\\c: "d" <e>|f?*', 'a b c d e f'],
  ['Fennel Ltd.', 'Fennel Ltd'],
  ['\u0000\n', 'policy'],
])('%j becomes the file name %j', (label, name) => {
  expect(fileName(label)).toBe(name);
});

it('says sizes as file managers do', () => {
  expect([512, 14_300, 2_340_000].map(formatBytes)).toEqual(['512 bytes', '14 KB', '2.3 MB']);
});
