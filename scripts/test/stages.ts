import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildStale } from '../build/build.ts';
import { root } from '../build/targets.mjs';
import { checkTree } from '../imports/check-tree.ts';
import { runCommand } from '../runtime/command.mjs';
import { ensureDisplay, virtualDisplay } from '../runtime/display.mjs';
import { ensureElectron } from '../runtime/electron.mjs';
import { toolFile } from '../runtime/tools.ts';
import { forgetReport, tallyOfPlaywright, tallyOfVitest } from './reports.ts';
import { type Stage, type Tally, tallyOfCheck } from './stage.ts';

const results = path.join(root, 'test-results');

/** Everything `npm test` does, in order. */
export const stages: readonly Stage[] = [
  { name: 'types', run: () => check('tsc', ['-p', '.', '--noEmit']) },
  { name: 'lint', run: () => check('biome', ['check', '--colors=off', '.']) },
  { name: 'imports', run: checkDirection },
  { name: 'unit', run: runUnitTests },
  { name: 'build', run: build },
  { name: 'e2e', run: runEndToEnd },
];

async function check(tool: Parameters<typeof toolFile>[0], args: readonly string[]): Promise<Tally> {
  return tallyOfCheck(await runCommand(process.execPath, [toolFile(tool), ...args], { cwd: root }));
}

async function checkDirection(): Promise<Tally> {
  const { files, faults } = checkTree(root);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stderr.write(`${files} files\n`);
  return tallyOfCheck(faults.length);
}

async function runUnitTests(): Promise<Tally> {
  const report = reportFile('unit.json');
  const code = await runCommand(
    process.execPath,
    [
      toolFile('vitest'),
      'run',
      '--config=test/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root },
  );
  return tallyOfVitest(report, code);
}

async function build(): Promise<Tally> {
  await buildStale();
  return tallyOfCheck(0);
}

async function runEndToEnd(): Promise<Tally> {
  const electron = await ensureElectron(process.execPath);
  await ensureDisplay(electron.path);
  const report = reportFile('e2e.json');
  const [file = process.execPath, ...before] = [...virtualDisplay(), process.execPath];
  const code = await runCommand(
    file,
    [
      ...before,
      toolFile('playwright'),
      'test',
      '--config=test/e2e/playwright.config.ts',
      '--reporter=list,json',
    ],
    { cwd: root, env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  return tallyOfPlaywright(report, code);
}

function reportFile(name: string): string {
  mkdirSync(results, { recursive: true });
  const file = path.join(results, name);
  forgetReport(file);
  return file;
}
