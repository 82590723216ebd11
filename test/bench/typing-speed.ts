import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { buildStale } from '../../scripts/build/build.ts';
import { virtualDisplay } from '../../scripts/runtime/display.mjs';
import { launchApp } from '../e2e/helpers/launch.ts';
import { editorInput, openPolicy } from '../e2e/helpers/window.ts';
import { type BareMonaco, launchBareMonaco } from './bare-monaco/launch-bare.ts';
import { longPolicy } from './long-policy.ts';
import { type KeyTimes, readKeyTimes, summarise, watchKeys } from './typing-speed/key-times.ts';
import { measurePanelLag } from './typing-speed/panel-lag.ts';

/*
 * Speed of typing into a long policy with library, preview and a side panel open, beside Monaco alone with the same text, letters and
 * options in the same Electron: `xvfb-run -a -s "-screen 0 1920x1200x24" node test/bench/typing-speed.ts [FILE] [KEYS]` prints the table
 * of docs/benchmarks.md. The two take turns, so that what else the machine does meets both.
 */

/** What a policy of the largest common size has. */
const TEXT_LENGTH = 290_000;
/** A fast typist: 150 words a minute. */
const KEY_INTERVAL_MS = 80;
const SENTENCE = 'we keep the records of each request for no longer than needed and say so here ';

if (virtualDisplay().length > 0)
  throw new Error('Needs a display: put xvfb-run -a -s "-screen 0 1920x1200x24" before it.');
const file = process.argv[2];
const text = file && file !== '-' ? readFileSync(file, 'utf8') : longPolicy(TEXT_LENGTH);
const keysWanted = Number(process.argv[3] ?? 400);
const folder = mkdtempSync(path.join(os.tmpdir(), 'codicil-typing-'));
try {
  await buildStale();
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function measure(): Promise<void> {
  const app = await launchApp(folder);
  const bare = await launchBareMonaco(path.join(folder, 'bare'));
  try {
    await openInApp(app.page);
    await openBare(app.page, bare);
    const sides = { codicil: await sideOf(app.page), bare: await sideOf(bare.page) };
    const panels = await app.page.getByRole('tab').all();
    const keys = Math.ceil(keysWanted / panels.length);
    for (const panel of panels) {
      await app.page.bringToFront();
      await panel.click();
      await app.page.waitForTimeout(1500);
      await typeBlock(sides.codicil, keys);
      await bare.page.bringToFront();
      await typeBlock(sides.bare, keys);
    }
    const [own, alone] = [await resultOf(sides.codicil), await resultOf(sides.bare)];
    await app.page.bringToFront();
    report(own, alone, await measurePanelLag(app.page));
  } finally {
    await bare.close();
    await app.quit();
  }
}

/** A page that is typed into, and what its main thread has worked for. */
interface Side {
  readonly page: Page;
  readonly devtools: CDPSession;
  work: number;
}

async function sideOf(page: Page): Promise<Side> {
  const devtools = await page.context().newCDPSession(page);
  // Processor time, not the clock: what other programs do does not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(watchKeys);
  return { page, devtools, work: 0 };
}

async function typeBlock(side: Side, keys: number): Promise<void> {
  const { page } = side;
  await editorInput(page).focus();
  const before = await taskSeconds(side);
  for (let at = 0; at < keys; at++) {
    const begun = performance.now();
    await page.keyboard.press(
      SENTENCE[at % SENTENCE.length] === ' ' ? 'Space' : (SENTENCE[at % SENTENCE.length] ?? 'a'),
    );
    await new Promise((resolve) =>
      setTimeout(resolve, Math.max(0, begun + KEY_INTERVAL_MS - performance.now())),
    );
  }
  await page.waitForTimeout(1000);
  side.work += (await taskSeconds(side)) - before;
}

async function taskSeconds({ devtools }: Side): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

interface Outcome extends KeyTimes {
  /** Milliseconds of the main thread for a keystroke. */
  readonly workPerKey: number;
}

async function resultOf({ page, work }: Side): Promise<Outcome> {
  const times = await page.evaluate(readKeyTimes);
  return { ...times, workPerKey: (work * 1000) / times.toPaint.length };
}

async function openInApp(page: Page): Promise<void> {
  const created = await page.evaluate(
    (content) =>
      window.codicil.request('policy.create', {
        company: 'Hollowreed Software',
        name: 'Long Policy',
        text: content,
      }),
    text,
  );
  if (!created.ok) throw new Error(created.error.message);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openPolicy(page, 'Hollowreed Software', 'Long Policy');
  await page.keyboard.press('Control+2');
  await page.locator('.policy-page > *').first().waitFor();
  await goToMiddle(page);
}

async function openBare(page: Page, bare: BareMonaco): Promise<void> {
  const look = await page.evaluate(() => {
    const box = document.querySelector('.policy-editor')?.getBoundingClientRect();
    const lines = document.querySelector('.view-lines');
    const style = lines ? getComputedStyle(lines) : null;
    return {
      width: box?.width ?? 0,
      height: box?.height ?? 0,
      families: style?.fontFamily ?? '',
      size: Number.parseFloat(style?.fontSize ?? '14'),
    };
  });
  await bare.show({ ...look, text });
  await goToMiddle(bare.page);
}

/** Puts the caret at the end of a line in the middle of the text. */
async function goToMiddle(page: Page): Promise<void> {
  await editorInput(page).focus();
  await page.keyboard.press('Control+g');
  await page.keyboard.type(String(middleLine()));
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
}

function middleLine(): number {
  const lines = text.split('\n');
  const after = lines.findIndex((line, index) => index > lines.length / 2 && /^[A-Z][^|]{80,}$/.test(line));
  return after < 0 ? lines.length >> 1 : after + 1;
}

function report(own: Outcome, alone: Outcome, lag: readonly number[]): void {
  const rows = [
    ['Codicil, everything open', own],
    ['Monaco alone', alone],
  ] as const;
  console.log(`${text.length} characters, ${own.toPaint.length} keystrokes each\n`);
  console.log(
    '| editor | key to paint p50, ms | p95 | longest | longest pause, ms | main thread per key, ms |',
  );
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const [name, outcome] of rows) {
    const { p50, p95, longest } = summarise(outcome.toPaint);
    const cells = [p50, p95, longest, outcome.longestTask, outcome.workPerKey].map((value) =>
      value.toFixed(1),
    );
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
  const [a, b] = [summarise(own.toPaint), summarise(alone.toPaint)];
  const ratios = [
    a.p50 / b.p50,
    a.p95 / b.p95,
    a.longest / b.longest,
    own.longestTask / Math.max(1, alone.longestTask),
    own.workPerKey / alone.workPerKey,
  ];
  console.log(`| ratio | ${ratios.map((ratio) => ratio.toFixed(2)).join(' | ')} |`);
  const panel = summarise(lag);
  console.log(
    `\nPanel behind the text while typing: p50 ${panel.p50.toFixed(0)} ms, p95 ${panel.p95.toFixed(0)} ms, longest ${panel.longest.toFixed(0)} ms (${lag.length} keystrokes).`,
  );
}
