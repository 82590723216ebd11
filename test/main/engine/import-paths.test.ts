import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../shared/ipc/import-requests.ts';
import { makeDocx } from '../../helpers/make-zip.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { ask, openTestEngine } from '../../helpers/test-library.ts';

const policy = (date: string, more = ''): string =>
  `# Privacy Policy\n\nEffective ${date}.\n\nFernholm Ferries Ltd. ("Fernholm") keeps your data for 30 days.${more}\n`;

function outcomes(report: ImportReport): string[] {
  return report.files.map(
    ({ file, outcome, version, effectiveDate }) =>
      `${basename(file)}: ${outcome}${version ? ` ${version} ${effectiveDate}` : ''}`,
  );
}

describe('import.paths', () => {
  test('takes a folder in order of date, and a second time adds nothing', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'inner'));
    writeFileSync(join(folder, 'a.md'), policy('June 1, 2021', ' More.'));
    writeFileSync(join(folder, 'inner', 'b.txt'), policy('June 1, 2019'));
    writeFileSync(
      join(folder, 'c.html'),
      `<h1>Privacy Policy</h1><p>Effective June 1, 2020.</p><p>By Fernholm.</p>`,
    );
    writeFileSync(join(folder, 'notes.json'), '{}');
    writeFileSync(join(folder, '.hidden.md'), 'x');
    const engine = openTestEngine();
    const args = { job: 'i', paths: [folder], company: 'Fernholm', policy: 'Privacy Policy' };
    expect(outcomes(await ask(engine, 'import.paths', args))).toEqual([
      'a.md: imported 3 2021-06-01',
      'c.html: imported 2 2020-06-01',
      'b.txt: imported 1 2019-06-01',
    ]);
    expect(outcomes(await ask(engine, 'import.paths', args))).toEqual([
      'a.md: already-there 3 2021-06-01',
      'c.html: already-there 2 2020-06-01',
      'b.txt: already-there 1 2019-06-01',
    ]);
  });

  test('names company, policy and date from the note of an archive', async () => {
    const file = join(temporaryFolder(), 'saved.txt');
    writeFileSync(
      file,
      '> *The following text is extracted and transformed from the ferries.example privacy policy that was archived on 2017-02-03. Please check the [original snapshot on the Wayback Machine](https://web.archive.org/web/20170203010203id_/https%3A//ferries.example/privacy) for the most accurate reproduction.*\n\n# Privacy\n\nWe keep it.\n',
    );
    const engine = openTestEngine();
    const { files } = await ask(engine, 'import.paths', { job: 'i', paths: [file] });
    expect(files).toMatchObject([
      { outcome: 'imported', company: 'Ferries', policy: 'Privacy Policy', effectiveDate: '2017-02-03' },
    ]);
  });

  test('refuses each bad file with one line that names it, and takes the rest', async () => {
    const folder = temporaryFolder();
    const bad = {
      'empty.md': '',
      'picture.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
      'broken.docx': makeDocx('<w:p/>').subarray(0, 300),
      'scripted.html': '<script>x</script>',
      'old.rtf': '{\\rtf1}',
      'large.md': Buffer.alloc(51 * 1024 * 1024, 'a'),
    };
    for (const [name, content] of Object.entries(bad)) writeFileSync(join(folder, name), content);
    writeFileSync(join(folder, 'good.md'), policy('June 1, 2021'));
    const engine = openTestEngine();
    const paths = [...Object.keys(bad), 'good.md', 'missing.md'].map((name) => join(folder, name));
    const { files } = await ask(engine, 'import.paths', { job: 'i', paths });
    const said = Object.fromEntries(
      files.map(({ file, outcome, diagnostics }) => [basename(file), [outcome, diagnostics[0]?.message]]),
    );
    for (const name of [...Object.keys(bad), 'missing.md'])
      expect(said[name]).toEqual(['refused', expect.stringContaining(name)]);
    expect(said['good.md']?.[0]).toBe('imported');
  });

  test('follows no link inside a folder and reports what may not be read', async () => {
    const folder = temporaryFolder();
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'secret.md'), 'Outside.');
    mkdirSync(join(folder, 'f'));
    symlinkSync(outside, join(folder, 'f', 'link'));
    symlinkSync(join(outside, 'secret.md'), join(folder, 'f', 'link.md'));
    symlinkSync(join(folder, 'f'), join(folder, 'f', 'loop'));
    writeFileSync(join(folder, 'f', 'good.md'), policy('June 1, 2021'));
    writeFileSync(join(folder, 'f', 'locked.md'), 'x');
    chmodSync(join(folder, 'f', 'locked.md'), 0o000);
    const engine = openTestEngine();
    const { files } = await ask(engine, 'import.paths', { job: 'i', paths: [join(folder, 'f')] });
    expect(files.map(({ file }) => basename(file))).toEqual(['good.md', 'locked.md']);
  });

  test('can be stopped and continued', async () => {
    const folder = temporaryFolder();
    for (let index = 0; index < 30; index++)
      writeFileSync(join(folder, `p${index}.md`), policy('June 1, 2021', ` ${index}.`));
    const engine = openTestEngine();
    engine.onEvent((name) => {
      if (name === 'job.progress') void engine.handle('job.cancel', { job: 'i' });
    });
    const args = { paths: [folder], company: 'F', policy: 'P' };
    expect(await engine.handle('import.paths', { job: 'i', ...args })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
    const { files } = await ask(engine, 'import.paths', { job: 'again', ...args });
    expect(new Set(files.map(({ outcome }) => outcome))).toEqual(new Set(['imported']));
  });
});
