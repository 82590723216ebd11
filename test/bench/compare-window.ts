// From the click to the redline on the screen, in the built app: xvfb-run -a node test/bench/compare-window.ts OLD NEW
// The pair is compared cold (the first time in a fresh app) and warm (once more, the other way round). Times are those of the page's own clock:
//   answer   the engine's answer, unpacked, as the page gets it when it asks without drawing anything
//   first    the first rows are in the page and a frame with them has been drawn
//   all      the last row has been added
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openEngine } from '../../main/engine/engine.ts';
import { normaliseText } from '../../shared/model/text.ts';
import { launchApp, libraryIn } from '../e2e/helpers/launch.ts';

/** No row for this long means that all are there. */
const QUIET_MS = 1_000;

const [oldFile, newFile] = process.argv.slice(2);
if (!oldFile || !newFile) throw new Error('Give two files: the old and the new text.');
const texts = [oldFile, newFile].map((file) => normaliseText(readFileSync(file, 'utf8')));
const folder = mkdtempSync(join(tmpdir(), 'codicil-bench-'));
await fillLibrary(libraryIn(folder));
const app = await launchApp(folder, { empty: true });
try {
  const { page } = app;
  await page.getByText('Measured', { exact: true }).last().click();
  await page.getByRole('radio', { name: 'Compare' }).click();
  const start = page.getByRole('button', { name: /^Version 1 with version 2/ });
  await start.waitFor();
  await page.waitForTimeout(4_000); // a person's time to choose; the engine warms up meanwhile
  await watch(page);
  await start.click();
  console.log(`cold: ${await read(page)}`);
  for (let round = 0; round < 3; round++) {
    await page.getByRole('button', { name: /^Swap/ }).click();
    console.log(`warm: ${await read(page)}`);
  }
  console.log(`answer alone: ${await answers(page)}`);
} finally {
  await app.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function fillLibrary(libraryFile: string): Promise<void> {
  const engine = openEngine({ libraryFile, resourcesDir: '' });
  if (!engine.ok) throw new Error(engine.error.message);
  const created = await engine.value.handle('policy.create', {
    company: 'Bench',
    name: 'Measured',
    text: texts[0],
  });
  if (!created.ok) throw new Error(created.error.message);
  const { policyId } = created.value as { policyId: number };
  const entry = { policyId, effectiveDate: null, note: '', kind: 'substantive', author: '' };
  for (const text of texts) await engine.value.handle('version.save', { ...entry, text });
  engine.value.close();
}

interface Clock {
  asked: number;
  first: number;
  painted: number;
  last: number;
  rows: number;
}

/** Notes in the page when a button is pressed, when rows first come and are drawn, and when the last come. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const clock: Clock = { asked: 0, first: 0, painted: 0, last: 0, rows: 0 };
    Object.assign(window, { clock });
    const reset = () => Object.assign(clock, { asked: performance.now(), first: 0, painted: 0, last: 0 });
    addEventListener('pointerup', reset, true);
    new MutationObserver((records) => {
      const added = records.some((record) =>
        [...record.addedNodes].some(
          (node) =>
            node instanceof Element && (node.matches('.rl-row, .rl-page') || node.querySelector('.rl-row')),
        ),
      );
      if (!added) return;
      clock.last = performance.now();
      if (clock.first > 0) return;
      clock.first = clock.last;
      requestAnimationFrame(() =>
        setTimeout(() => {
          clock.painted = performance.now();
        }),
      );
    }).observe(document.body, { childList: true, subtree: true });
  });
}

async function read(page: Page): Promise<string> {
  await page.waitForFunction(
    (quiet) => {
      const { clock } = window as unknown as { clock: Clock };
      return clock.painted > 0 && performance.now() - clock.last > quiet;
    },
    QUIET_MS,
    { polling: 200, timeout: 120_000 },
  );
  return page.evaluate(() => {
    const { asked, first, painted, last } = (window as unknown as { clock: Clock }).clock;
    const rows = document.querySelectorAll('.rl-row').length;
    return `in the page ${Math.round(first - asked)} ms, on the screen ${Math.round(painted - asked)} ms, all ${rows} rows ${Math.round(last - asked)} ms`;
  });
}

/** The request by itself, without a view. */
async function answers(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const ref = (versionId: number) => ({ kind: 'version', versionId }) as const;
    const taken: string[] = [];
    for (let round = 0; round < 3; round++) {
      const begun = performance.now();
      const answer = await window.codicil.request('compare.view', {
        job: `bench-${round}`,
        a: ref(1),
        b: ref(2),
      });
      const arrived = performance.now();
      const view = answer.ok ? JSON.parse(answer.value) : null;
      taken.push(
        `${Math.round(arrived - begun)} ms + ${Math.round(performance.now() - arrived)} ms to read ${Math.round(((answer.ok ? answer.value.length : 0) / 1e6) * 10) / 10} MB${view ? '' : ' (failed)'}`,
      );
    }
    return taken.join(', ');
  });
}
