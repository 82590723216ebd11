import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { openCliContext } from '../../main/cli/cli-context.ts';
import { runCli } from '../../main/cli/run-cli.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { ask, openTestEngine } from '../helpers/test-library.ts';

const SECRET = 'Quillwort';
const CLEAN =
  '# Privacy Policy\n\nEffective May 2, 2019.\n\nWe keep it for 30 days.\n\n| Name | Place |\n| --- | --- |\n| Oarlock | Oslo |\n';
const NOTED = `<!-- note: ${SECRET} before all -->\n\n${CLEAN.replace('30 days', `30 <!-- note: ${SECRET} says 60? --> days`).replace('Oslo', `Oslo <!-- note done: ${SECRET} -->`)}\n<!-- note: ${SECRET}\nin two lines -->\n`;

/** Everything that a file says, Word files unpacked. */
function contentOf(file: string): string {
  const bytes = readFileSync(file);
  if (!file.endsWith('.docx')) return bytes.toString('utf8');
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

it('no export of a file carries a note to oneself', async () => {
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('noted.md'), NOTED);
  writeFileSync(at('old.md'), CLEAN.replace('30', '20'));
  const context = openCliContext({ print: async () => undefined, note: () => undefined });
  const policy = ['--html', at('p.html'), '--docx', at('p.docx'), '--md', at('p.md')];
  expect(await runCli(['export', at('noted.md'), ...policy], context)).toBe(0);
  const pages = [
    '--html',
    at('c.html'),
    '--docx',
    at('c.docx'),
    '--patch',
    at('c.patch'),
    '--critic',
    at('c.md'),
  ];
  expect(await runCli(['compare', at('old.md'), at('noted.md'), ...pages], context)).toBe(0);
  const written = ['p.html', 'p.docx', 'p.md', 'c.html', 'c.docx', 'c.patch', 'c.md'];
  for (const name of written) {
    const content = contentOf(at(name));
    expect([name, content.includes('30')]).toEqual([name, true]);
    expect([name, content.includes(SECRET)]).toEqual([name, false]);
  }
  expect(readFileSync(at('p.md'), 'utf8')).toBe(CLEAN);
});

it('a saved version is without notes, they stay in the draft, and neither site nor comparison shows them', async () => {
  const engine = openTestEngine();
  const { policyId } = await ask(engine, 'policy.create', {
    company: 'Fernholm Ferries',
    name: 'Privacy Policy',
    text: NOTED,
  });
  const entry = { effectiveDate: '2019-05-02', note: 'First', kind: 'substantive', author: 'Ida' } as const;
  const saved = await ask(engine, 'version.save', { policyId, text: NOTED, ...entry });
  const version = { kind: 'version', versionId: saved.id } as const;
  const draft = { kind: 'draft', policyId } as const;
  expect((await ask(engine, 'text.load', { ref: version })).text).toBe(CLEAN);
  const detail = await ask(engine, 'policy.get', { policyId });
  expect(detail.draft).toMatchObject({ text: NOTED, baseVersion: 1 });
  expect((await ask(engine, 'version.propose', { policyId, text: NOTED })).changed).toBe(false);
  for (const form of ['patch', 'critic', 'json'] as const)
    expect(await ask(engine, 'publish.comparisonText', { a: version, b: draft, form })).not.toContain(SECRET);
  expect(await ask(engine, 'publish.comparisonHtml', { a: version, b: draft })).not.toContain(SECRET);
  expect(await ask(engine, 'publish.html', { ref: draft })).not.toContain(SECRET);
  const folder = temporaryFolder();
  await ask(engine, 'publish.site', { job: 's', policyId, folder, ignoreDates: true, replace: false });
  const files = filesBelow(folder);
  expect(files.length).toBeGreaterThan(2);
  expect(files.filter((file) => contentOf(file).includes(SECRET))).toEqual([]);
});
