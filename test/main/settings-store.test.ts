import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSettings } from '../../main/settings/settings-store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'codicil-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const defaults = {
  theme: 'system',
  author: '',
  editorFontSize: 14,
  spelling: 'auto',
  dictionary: [],
  recentPolicies: [],
  knownLibraries: [],
  layout: {},
  view: {},
};

it('begins with the defaults and writes nothing', () => {
  expect(openSettings(folder).get()).toEqual(defaults);
  expect(readdirSync(folder)).toEqual([]);
});

it('keeps a change, and what was not changed', () => {
  const settings = openSettings(folder);
  settings.set({ theme: 'dark' });
  settings.set({ author: 'R. Meyer', layout: { main: [20, 80] } });
  const expected = { ...defaults, theme: 'dark', author: 'R. Meyer', layout: { main: [20, 80] } };
  expect(settings.get()).toEqual(expected);
  expect(openSettings(folder).get()).toEqual(expected);
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

it('replaces single values that make no sense and keeps the others', () => {
  writeFileSync(path.join(folder, 'settings.json'), '{"theme": "pink", "author": "R. Meyer", "later": 1}');
  expect(openSettings(folder).get()).toEqual({ ...defaults, author: 'R. Meyer' });
});

it.each(['', '{"theme": "dar', '[]', 'null', '\0\0\0'])('sets a broken file (%j) aside', (content) => {
  writeFileSync(path.join(folder, 'settings.json'), content);
  expect(openSettings(folder).get()).toEqual(defaults);
  const [aside = ''] = readdirSync(folder);
  expect(aside).toMatch(/^settings\.broken-.*\.json$/);
  expect(readFileSync(path.join(folder, aside), 'utf8')).toBe(content);
});
