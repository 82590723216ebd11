import { expect, it } from 'vitest';
import { dependenciesAreInstalled, holdsAll } from '../../scripts/runtime/dependencies.mjs';

const locked = {
  '': {},
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0', optional: true },
};

it.each([
  ['all there', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }, true],
  ['without an optional one', { 'node_modules/a': { version: '1.0.0' } }, true],
  ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
  ['nothing', {}, false],
])('%s', (_name, installed, expected) => expect(holdsAll(installed, locked)).toBe(expected));

it('sees that the tree this test runs in is installed', () => {
  expect(dependenciesAreInstalled()).toBe(true);
});
