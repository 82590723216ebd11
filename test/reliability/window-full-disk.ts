// Takes the disk away from the running app while a script types, in two ways: a real disk that fills (a small tmpfs, where disks can be
// mounted), and the engine's calls failing from the k-th on, for k = 1, 2, … Each time the failure must be told, the text must stay in the
// editor, and once there is room it must save itself within 10 s.
// xvfb-run -a node test/reliability/window-full-disk.ts [CALLS]      Needs `npm run build`; ends with 1 on a loss.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import Database from 'better-sqlite3';
import { libraryIn, type RunningApp } from '../e2e/helpers/launch.ts';
import { statusBar, typeAtEnd } from '../e2e/helpers/window.ts';
import {
  canMount,
  type Environment,
  freshFolder,
  missingForHarnesses,
  prepareEnvironment,
} from './environment.ts';
import { launchPatiently, openSample, PATIENCE_MS } from './patience.ts';

/** What the app promises, in milliseconds. */
const PROMISE_MS = 10_000;
const DISK = '24m';

const calls = Number(process.argv[2] ?? 12);
const report = { fullDisks: 0, failedCalls: 0, silent: 0, lost: 0, slowestMs: 0 };
const missing = missingForHarnesses();
if (missing) console.log(`Skipped: ${missing}.`);
else await takeAway(prepareEnvironment());

async function takeAway(environment: Environment): Promise<void> {
  try {
    if (canMount()) await fillDisk(freshFolder(environment, 'disk'));
    else console.log('The real full disk is skipped, because disks cannot be mounted here.');
    await failCalls(environment, freshFolder(environment, 'calls'));
  } finally {
    rmSync(environment.folder, { recursive: true, force: true, maxRetries: 3 });
  }
  console.log(JSON.stringify(report));
  const sound = report.silent === 0 && report.lost === 0 && report.slowestMs <= PROMISE_MS;
  process.exitCode = sound ? 0 : 1;
}

async function fillDisk(folder: string): Promise<void> {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder]);
  try {
    // Its settings lie elsewhere: this is about the library.
    const profile = `${folder}-profile`;
    mkdirSync(profile);
    const app = await launchPatiently(folder, { env: { CODICIL_USER_DATA: profile } });
    await openSample(app);
    for (const word of ['Obelisk1', 'Obelisk2', 'Obelisk3']) {
      const ballast = join(folder, 'ballast');
      fillUp(ballast);
      await typeAtEnd(app.page, ` ${word} ${'and so on '.repeat(20)}`);
      await expectFailure(app, word);
      rmSync(ballast);
      await expectSaved(app, folder, word);
      report.fullDisks += 1;
    }
    await app.quit();
  } finally {
    execFileSync('umount', ['-l', folder]);
  }
}

/** Writes until nothing more fits, down to single bytes. */
function fillUp(file: string): void {
  for (const size of [1_000_000, 4096, 1]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
}

async function failCalls({ faultInjector }: Environment, folder: string): Promise<void> {
  const control = join(folder, 'control');
  const log = join(folder, 'faults');
  writeFileSync(control, '');
  writeFileSync(log, '');
  const app = await launchPatiently(folder, {
    env: { LD_PRELOAD: faultInjector, FI_MATCH: `${libraryIn(folder)}*`, FI_CTL: control, FI_LOG: log },
  });
  await openSample(app);
  for (const error of ['ENOSPC', 'EIO'])
    for (let k = 1; k <= calls; k++) {
      const word = `Marigold${error}${k}`;
      const before = readFileSync(log, 'utf8').length;
      writeFileSync(control, `write,fsync ${k} -1 ${error} fail\n`);
      await typeAtEnd(app.page, ` ${word}`);
      await expect(statusBar(app.page)).toContainText(/Draft saved|Not saved/, { timeout: PATIENCE_MS });
      if (readFileSync(log, 'utf8').length > before) {
        await expectFailure(app, word);
        report.failedCalls += 1;
      }
      writeFileSync(control, '');
      await expectSaved(app, folder, word);
    }
  await app.quit();
}

async function expectFailure({ page }: RunningApp, word: string): Promise<void> {
  try {
    await expect(statusBar(page).getByRole('alert')).toContainText('Not saved', { timeout: PATIENCE_MS });
  } catch {
    report.silent += 1;
    console.error(`${word}: nothing was said; the status bar shows "${await statusBar(page).textContent()}"`);
  }
  await expect(page.locator('.view-lines')).toContainText(word, { timeout: PATIENCE_MS });
}

/** From the moment there is room: the time until the status bar says so, and whether it is true. */
async function expectSaved({ page }: RunningApp, folder: string, word: string): Promise<void> {
  const start = performance.now();
  await expect(statusBar(page)).toContainText('Draft saved', { timeout: PATIENCE_MS });
  report.slowestMs = Math.max(report.slowestMs, Math.round(performance.now() - start));
  const database = new Database(libraryIn(folder), { readonly: true });
  const text = String(database.prepare('SELECT text FROM draft').pluck().get());
  database.close();
  if (text.includes(word)) return;
  report.lost += 1;
  console.error(`${word}: it is called saved, but is not in the library`);
}
