import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishSite } from '../../main/engine/export/publish-site.ts';
import { writeComparisonDocx } from '../../main/engine/export/write-comparison-docx.ts';
import { writePolicyDocx } from '../../main/engine/export/write-policy-docx.ts';
import { buildRedline } from '../../shared/compare/build-redline.ts';
import { compareTexts } from '../../shared/compare/compare.ts';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import { renderComparisonPage } from '../../shared/publish/render-comparison-page.ts';
import { renderPolicyPage } from '../../shared/publish/render-policy-page.ts';
import type { SiteInput } from '../../shared/publish/site.ts';
import { inspect } from '../../shared/structure/inspect.ts';
import { sampleVersion } from '../shared/publish/sample-version.ts';

/*
 * A policy of 290 KB as HTML and Word, a redline of it, and a site of 98 versions, each against parsing the same text in the same
 * run, because ratios carry over from machine to machine and times do not. `node test/bench/publish-speed.ts`
 */

const LARGE = 290_000;
const SITE_VERSIONS = 98;
const SITE_TEXT = 25_000;
const RUNS = 7;

const sample = readFileSync(
  fileURLToPath(new URL('../../resources/samples/hollowreed/privacy-2025-01-15.md', import.meta.url)),
  'utf8',
);

function textOf(length: number): string {
  return sample.repeat(Math.ceil(length / sample.length)).slice(0, length);
}

/** The median time of several runs after one that warms up, in milliseconds. */
async function median(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const begun = performance.now();
    await work();
    if (run > 0) times.push(performance.now() - begun);
  }
  return times.toSorted((one, other) => one - other)[RUNS >> 1] ?? 0;
}

function siteInput(): SiteInput {
  const versions = Array.from({ length: SITE_VERSIONS }, (_, index) => ({
    summary: sampleVersion({ number: index + 1, effectiveDate: null, entryHash: String(index) }),
    text: textOf(SITE_TEXT)
      .replaceAll('30 days', `${30 + index} days`)
      .replace('Children', `Children, part ${index}`),
  }));
  return { company: 'Hollowreed', policyName: 'Privacy Policy', reference: 'hollowreed/privacy', versions };
}

function publish(folder: string): string {
  const begun = performance.now();
  const steps = publishSite(siteInput(), folder);
  let step = steps.next();
  while (!step.done) step = steps.next();
  if (!step.value.ok) throw new Error(step.value.error.message);
  const { files, written } = step.value.value;
  return `${((performance.now() - begun) / 1000).toFixed(1)} s, ${files} files, ${written.length} written`;
}

async function main(): Promise<void> {
  const text = textOf(LARGE);
  const changed = text.replaceAll('two minutes', '2 minutes').replaceAll('30 days', '60 days');
  const comparison = compareTexts({ label: 'a', text }, { label: 'b', text: changed });
  const redline = buildRedline(comparison);
  const page = {
    text,
    inspection: inspect(parseDocument(text)),
    company: 'Hollowreed',
    policyName: 'Privacy Policy',
    version: null,
    history: [],
  };
  const parsing = await median(() => parseDocument(text));
  console.log(`${text.length} characters, parsing ${parsing.toFixed(0)} ms`);
  const steps: Readonly<Record<string, () => unknown>> = {
    'policy as HTML': () => renderPolicyPage(page),
    'redline as HTML': () => renderComparisonPage({ comparison, redline }),
    'policy as Word file': () => writePolicyDocx(page),
    'redline as Word file': () =>
      writeComparisonDocx({ comparison, redline, author: 'Ada Quill', date: '2025-01-01T00:00:00Z' }),
  };
  for (const [name, work] of Object.entries(steps)) {
    const time = await median(work);
    console.log(`  ${name}: ${time.toFixed(0)} ms, ${(time / parsing).toFixed(1)} times parsing`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'codicil-bench-'));
  console.log(`site of ${SITE_VERSIONS} versions of ${SITE_TEXT} characters: ${publish(folder)}`);
  console.log(`  again: ${publish(folder)}`);
  rmSync(folder, { recursive: true });
}

await main();
