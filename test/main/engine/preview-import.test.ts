import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask, openTestEngine } from '../../helpers/test-library.ts';

const text = (date: string, days: number): string =>
  `# Tansy & Moss Privacy Policy\n\nEffective ${date}\n\nWe keep your address for ${days} days.\n`;

function folderWithTwo(): string {
  const folder = mkdtempSync(join(tmpdir(), 'codicil-test-'));
  writeFileSync(join(folder, 'one.md'), text('May 2, 2019', 60));
  writeFileSync(join(folder, 'two.md'), text('May 2, 2020', 90));
  writeFileSync(join(folder, 'picture.md'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2, 3, 0]));
  return folder;
}

test('a preview says what would come in and brings nothing in', async () => {
  const engine = openTestEngine();
  const paths = [folderWithTwo()];
  const preview = await ask(engine, 'import.preview', { job: 'p', paths, history: false });
  expect(
    preview.policies.flatMap(({ versions }) => versions.map(({ date, isNew }) => [date, isNew])),
  ).toEqual([
    ['2019-05-02', true],
    ['2020-05-02', true],
  ]);
  expect(preview.refused.map(({ file }) => file.endsWith('picture.md'))).toEqual([true]);
  expect((await ask(engine, 'library.list', {})).companies).toEqual([]);

  await ask(engine, 'import.paths', { job: 'i', paths, history: false });
  const again = await ask(engine, 'import.preview', { job: 'p', paths, history: false });
  expect(again.policies.flatMap(({ versions }) => versions.map(({ isNew }) => isNew))).toEqual([
    false,
    false,
  ]);
});

test('a survey tells folders and repositories from files', async () => {
  const engine = openTestEngine();
  const folder = folderWithTwo();
  mkdirSync(join(folder, 'repo', '.git'), { recursive: true });
  const paths = [join(folder, 'one.md'), folder, join(folder, 'repo'), join(folder, 'gone')];
  expect(await ask(engine, 'import.survey', { paths })).toEqual({
    folders: [folder, join(folder, 'repo')],
    repositories: [join(folder, 'repo')],
  });
});
