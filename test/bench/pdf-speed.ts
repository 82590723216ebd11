import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { answerSaveDialog } from '../e2e/helpers/dialogs.ts';
import { launchApp, type RunningApp } from '../e2e/helpers/launch.ts';

/*
 * PDF as the window exports it, against nothing but `printToPDF` of the same engine for the same HTML in a window of its own, turn by turn in one
 * running app: `npm run build && xvfb-run -a node test/bench/pdf-speed.ts`
 */

const SIZES = [25_000, 290_000];
const RUNS = 7;

const sample = readFileSync(
  fileURLToPath(new URL('../../resources/samples/hollowreed/privacy-2025-01-15.md', import.meta.url)),
  'utf8',
);

interface Turn {
  readonly publish: number;
  readonly exported: number;
  readonly printed: number;
}

/** One export and one bare printing, in milliseconds. The export's own time is without making the HTML. */
async function turn({ electron, page }: RunningApp, text: string, folder: string): Promise<Turn> {
  const file = join(folder, 'page.html');
  const ref = { kind: 'text' as const, label: 'Bench', text };
  const html = await page.evaluate(async (ref) => {
    const begun = performance.now();
    const answer = await window.codicil.request('publish.html', { ref });
    return { html: answer.ok ? answer.value : '', time: performance.now() - begun };
  }, ref);
  writeFileSync(file, html.html);
  const exported = await page.evaluate(async (ref) => {
    const begun = performance.now();
    await window.codicil.request('export.policy', {
      job: 'bench',
      ref,
      format: 'pdf',
      suggestedName: 'bench',
    });
    return performance.now() - begun;
  }, ref);
  const printed = await electron.evaluate(async ({ BrowserWindow }, url) => {
    const begun = performance.now();
    const window = new BrowserWindow({ show: false, webPreferences: { javascript: false } });
    await window.loadURL(url);
    const options = {
      pageSize: 'A4' as const,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: '<span></span>',
    };
    await window.webContents.printToPDF(options);
    const time = performance.now() - begun;
    window.destroy();
    return time;
  }, pathToFileURL(file).href);
  return { publish: html.time, exported: exported - html.time, printed };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

const folder = mkdtempSync(join(tmpdir(), 'codicil-bench-'));
const app = await launchApp(folder, { empty: true });
try {
  await answerSaveDialog(app.electron, join(folder, 'bench.pdf'));
  for (const size of SIZES) {
    const text = sample.repeat(Math.ceil(size / sample.length)).slice(0, size);
    const turns: Turn[] = [];
    for (let run = 0; run <= RUNS; run++) turns.push(await turn(app, text, folder));
    const warm = turns.slice(1);
    const [publish, exported, printed] = (['publish', 'exported', 'printed'] as const).map((key) =>
      median(warm.map((one) => one[key])),
    );
    console.log(
      `${size} characters: HTML ${publish?.toFixed(0)} ms, PDF ${exported?.toFixed(0)} ms, printToPDF alone ${printed?.toFixed(0)} ms, ratio ${((exported ?? 0) / (printed ?? 1)).toFixed(2)}`,
    );
  }
} finally {
  await app.kill();
  rmSync(folder, { recursive: true, force: true });
}
