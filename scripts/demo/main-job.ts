import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchApp, type RunningApp } from '../../test/e2e/helpers/launch.ts';
import {
  compareFirstAndLast,
  editDraft,
  exportComparison,
  importAndOpen,
  publish,
  saveVersion,
} from '../../test/e2e/helpers/main-job.ts';
import { root } from '../build/targets.mjs';
import { say } from '../runtime/say.mjs';
import { demoPolicy } from './demo-policy.ts';

// Does in the real app what its users do, and leaves the files and a picture of each step in results/.
const results = path.join(root, 'results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const source = inResults('larkspur-lane-privacy.md');
writeFileSync(source, demoPolicy);

const app = await launchApp(results);
try {
  await doMainJob(app);
} finally {
  await app.quit();
}
say(`done. Look into ${path.relative(process.cwd(), results)}${path.sep}:`);
for (const name of ['policy.html', 'policy.pdf', 'comparison.html', 'library.codicil']) {
  say(`  ${name} (${Math.ceil(statSync(inResults(name)).size / 1024)} KB)`);
}
say('  and a picture of each step: 1-library.png to 5-comparison.png');

async function doMainJob(running: RunningApp): Promise<void> {
  await step('1-library', 'the library with two sample companies', () =>
    running.page
      .getByRole('row', { name: /Privacy Policy/ })
      .first()
      .waitFor(),
  );
  await step('2-imported', 'a policy imported', () => importAndOpen(running, [source]));
  await step('3-draft', 'the draft edited, saved by itself', () =>
    editDraft(running, '\n\n## Letters\n\nWe answer every letter within 23 days.\n'),
  );
  await step('4-version', 'a version saved', () =>
    saveVersion(running, '2026-03-01', 'Says when letters are answered.'),
  );
  await publish(running, 'Web page…', inResults('policy.html'));
  await publish(running, 'PDF…', inResults('policy.pdf'));
  await step('5-comparison', 'published as web page and PDF; the two versions compared', async () => {
    await compareFirstAndLast(running);
  });
  await exportComparison(running, inResults('comparison.html'));
}

async function step(picture: string, what: string, act: () => Promise<unknown>): Promise<void> {
  await act();
  await app.page.screenshot({ path: inResults(`${picture}.png`) });
  say(`  ${what}`);
}

function inResults(name: string): string {
  return path.join(results, name);
}
