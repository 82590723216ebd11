// Kills the running app, all of its processes at once, at random moments while a script types, and looks each time at what the next start
// offers: at most 2 s of typing may be missing, and nothing of what the status bar called saved.
// xvfb-run -a node test/reliability/window-kills.ts [KILLS [--bad]]      Needs `npm run build`; ends with 1 on a loss.
// `--bad` puts the draft back to what it was when the session began, as an app would leave it that says "saved" too early: it must be seen.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import Database from 'better-sqlite3';
import { libraryIn, type RunningApp } from '../e2e/helpers/launch.ts';
import { editorInput, statusBar } from '../e2e/helpers/window.ts';
import { verify } from './judge-library.ts';
import { launchPatiently, openSample, PATIENCE_MS } from './patience.ts';

/** What the app promises, in milliseconds. */
const PROMISE_MS = 2000;
const SHORTEST_MS = 500;
const LONGEST_MS = 6000;
const KEY_DELAY_MS = 25;
const wait = { timeout: PATIENCE_MS };

const kills = Number(process.argv[2] ?? 100);
const bad = process.argv[3] === '--bad';
const folder = mkdtempSync(join(tmpdir(), 'codicil-window-kills-'));
process.env['XDG_STATE_HOME'] = join(folder, 'state');

/** What was typed, by its number, and when its last letter was in the editor. */
const typedAt: number[] = [];
const report = {
  kills: 0,
  words: 0,
  shownAsSaved: 0,
  savedLost: 0,
  worstMs: 0,
  overPromise: 0,
  draftNotOffered: 0,
};

try {
  for (let kill = 0; kill < kills; kill++) await oneKill(kill === 0);
  await lookAfterwards(await launchPatiently(folder), typedAt.length);
  const verdict = await verify(libraryIn(folder), '');
  console.log(JSON.stringify({ ...report, words: typedAt.length, library: verdict.corrupt }));
  const lost = report.savedLost + report.overPromise + report.draftNotOffered + verdict.corrupt.length;
  process.exitCode = lost === 0 ? 0 : 1;
} catch (error) {
  console.error(`Ended early: ${error instanceof Error ? error.message : error}`, JSON.stringify(report));
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function oneKill(first: boolean): Promise<void> {
  const app = await launchPatiently(folder);
  if (first) await openSample(app);
  else await expectDraft(app);
  const before = draftText();
  let shown = -1;
  await app.page.exposeFunction('wordShownAsSaved', (word: number) => {
    shown = Math.max(shown, word);
    report.shownAsSaved += 1;
  });
  await watchStatus(app);
  await editorInput(app.page).focus();
  await app.page.keyboard.press('Control+End');
  const end = performance.now() + SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS);
  let killed = false;
  const typing = typeWords(app, () => killed);
  await new Promise((resolve) => setTimeout(resolve, end - performance.now()));
  const killedAt = performance.now();
  killed = true;
  await app.kill();
  await typing;
  if (bad && !first) putDraftBack(before);
  report.kills += 1;
  if (report.kills % 10 === 0) console.error(JSON.stringify(report));
  judge(shown, killedAt);
}

/** Types numbered words without a pause until the app is gone; now and then a new line, so that the last ones stay in sight. */
async function typeWords({ page }: RunningApp, gone: () => boolean): Promise<void> {
  try {
    await page.keyboard.press('Enter');
    while (!gone()) {
      const number = typedAt.length;
      await page.keyboard.type(`w${number} `, { delay: KEY_DELAY_MS });
      if (gone()) return;
      typedAt.push(performance.now());
      if (number % 8 === 7) await page.keyboard.press('Enter');
    }
  } catch (error) {
    if (!gone()) throw error;
  }
}

/** Tells the highest word in the editor at each moment at which the status bar says "Draft saved". */
async function watchStatus({ page }: RunningApp): Promise<void> {
  await page.evaluate(() => {
    const status = document.querySelector('footer, [role=contentinfo]');
    const tell = Reflect.get(globalThis, 'wordShownAsSaved') as (word: number) => void;
    const look = (): void => {
      if (!status?.textContent?.includes('Draft saved')) return;
      const words = document.querySelector('.view-lines')?.textContent?.match(/w\d+(?=\s)/g) ?? [];
      tell(Math.max(-1, ...words.map((word) => Number(word.slice(1)))));
    };
    if (status)
      new MutationObserver(look).observe(status, { subtree: true, childList: true, characterData: true });
  });
}

/** Compares what is in the library with what was typed and with what was called saved. */
function judge(shown: number, killedAt: number): void {
  const held = highestWord(draftText());
  if (shown > held) report.savedLost += 1;
  const firstMissing = typedAt[held + 1];
  const lostMs = firstMissing === undefined ? 0 : Math.max(0, killedAt - firstMissing);
  report.worstMs = Math.max(report.worstMs, Math.round(lostMs));
  if (lostMs > PROMISE_MS) report.overPromise += 1;
  // What was lost is gone: the next session goes on from what is there.
  typedAt.length = held + 1;
}

/** The next start shows the policy with its draft, down to the last word that the library has. */
async function expectDraft(app: RunningApp): Promise<void> {
  try {
    await expect(app.page.getByRole('heading', { level: 1 })).toContainText('Privacy Policy', wait);
    // A session that was killed before its first save has left no draft, and none must be claimed.
    const badge = app.page.getByText('Draft', { exact: true });
    await expect(badge).toHaveCount(draftText() === '' ? 0 : 1, wait);
    await editorInput(app.page).focus();
    await app.page.keyboard.press('Control+End');
    if (typedAt.length > 0)
      await expect(app.page.locator('.view-lines')).toContainText(`w${typedAt.length - 1}`, wait);
    await expect(statusBar(app.page)).toContainText('word', wait);
  } catch (error) {
    report.draftNotOffered += 1;
    console.error(`The draft was not offered: ${error instanceof Error ? error.message : error}`);
  }
}

async function lookAfterwards(app: RunningApp, words: number): Promise<void> {
  if (words > 0) await expectDraft(app);
  await app.quit();
}

function draftText(): string {
  const database = new Database(libraryIn(folder), { readonly: true });
  const text = database.prepare('SELECT text FROM draft').pluck().get();
  database.close();
  return String(text ?? '');
}

function putDraftBack(text: string): void {
  const database = new Database(libraryIn(folder));
  database.prepare('UPDATE draft SET text = ?').run(text);
  database.close();
}

function highestWord(text: string): number {
  return Math.max(-1, ...[...text.matchAll(/\bw(\d+)\b/g)].map(([, number]) => Number(number)));
}
