import { expect, it } from 'vitest';
import { defaultLibraryFile } from '../../../shared/model/library-location.ts';

it.each([
  ['linux', {}, '/home/r/.local/share/codicil/library.codicil'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/codicil/library.codicil'],
  ['darwin', {}, '/home/r/Library/Application Support/Codicil/library.codicil'],
  ['win32', { APPDATA: 'C:\\Data' }, 'C:\\Data\\Codicil\\library.codicil'],
  ['linux', { CODICIL_LIBRARY: '/elsewhere.codicil', XDG_DATA_HOME: '/data' }, '/elsewhere.codicil'],
])('on %s with %j it is %s', (platform, env, file) => {
  expect(defaultLibraryFile({ platform, env, home: '/home/r' })).toBe(file);
});
