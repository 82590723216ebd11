import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const entry = fileURLToPath(new URL('../../../main/cli/codicil.ts', import.meta.url));

function align(
  folder: string,
  args: readonly string[],
  input = '',
): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [entry, 'align', ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { ...process.env, CODICIL_LIBRARY: join(folder, 'library.codicil') },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const WREN =
  '# Cookies\n\nWe use cookies and web beacons.\n\n# Children\n\nThe service is not directed to children under 16.\n';
const FINCH = '# Cookies\n\nWe set session cookies and web beacons.\n';

function folderWithTexts(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'wren.md'), WREN);
  writeFileSync(join(folder, 'finch.md'), FINCH);
  return folder;
}

describe('codicil align', () => {
  test('prints the shapes other programs rely on, from files and standard input', () => {
    const folder = folderWithTexts();
    const { code, out } = align(folder, ['wren.md', '-', '--json'], FINCH);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      format: 'codicil.align/1',
      documents: [
        {
          label: 'wren.md',
          sections: [
            { id: 'a1', heading: 'Cookies', path: ['Cookies'], fromLine: 1, toLine: 3 },
            { id: 'a2', heading: 'Children', path: ['Children'], fromLine: 5, toLine: 7 },
          ],
        },
        {
          label: '-',
          sections: [{ id: 'b1', heading: 'Cookies', path: ['Cookies'], fromLine: 1, toLine: 3 }],
        },
      ],
      links: [{ from: 'a1', to: 'b1' }],
      unmatched: ['a2'],
    });
    const { topics, coverage } = JSON.parse(out);
    expect(topics).toHaveLength(10);
    expect(topics).toContainEqual(expect.objectContaining({ id: 'data-retention', name: 'Data Retention' }));
    expect(coverage).toContainEqual(
      expect.objectContaining({
        topic: 'international-and-specific-audiences',
        document: 0,
        status: 'covered',
        passages: [expect.objectContaining({ fromLine: 5, toLine: 7 })],
      }),
    );
    expect(existsSync(join(folder, 'library.codicil'))).toBe(false);
  });

  test('says in lines what corresponds and what does not', () => {
    const { out } = align(folderWithTexts(), ['wren.md', 'finch.md']);
    expect(out).toMatch(/\d\.\d\d {2}Cookies \(line 1\) +Cookies \(line 1\)/);
    expect(out).toContain('nothing corresponds to  Children (line 5)');
  });

  test('writes the page, the tables and the workbook', () => {
    const folder = folderWithTexts();
    const files = {
      html: 'o.html',
      xlsx: 'o.xlsx',
      'coverage-csv': 'coverage.csv',
      'facts-csv': 'facts.csv',
    };
    const flags = Object.entries(files).flatMap(([flag, file]) => [`--${flag}`, file]);
    expect(align(folder, ['wren.md', 'finch.md', ...flags]).code).toBe(0);
    const read = (file: string): string => readFileSync(join(folder, file), 'latin1');
    expect(read('o.html')).toContain('<!DOCTYPE html>');
    expect(read('o.xlsx').slice(0, 2)).toBe('PK');
    expect(read('coverage.csv')).toContain('Do Not Track,absent,absent');
    expect(read('facts.csv')).toContain('Minimum age,16 years (line 7),not stated');
  });

  test.each([
    [['wren.md'], 'align needs two texts or more.'],
    [['-', '-'], 'Only one text can come from standard input.'],
    [['wren.md', 'missing.md'], 'missing.md'],
  ])('refuses %j', (args, reason) => {
    const { code, out, err } = align(folderWithTexts(), args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(reason);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
