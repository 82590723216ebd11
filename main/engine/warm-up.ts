import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildRedline } from '../../shared/compare/build-redline.ts';
import { compareInSteps } from '../../shared/compare/compare.ts';
import { packView } from '../../shared/compare/packed-view.ts';
import { normaliseText } from '../../shared/model/text.ts';
import { type Jobs, pump } from './jobs.ts';

/** After the window has asked for what it begins with. */
const DELAY_MS = 1_500;
/** Measured on the first comparison of a 220/290 KB pair: none 2.0 s, two 1.0 s, five 0.6 s; more gain nothing (loaded machine). */
const ROUNDS = 5;

/**
 * Compares the sample policies with one another while nothing else is asked for: the first comparison in a fresh process takes
 * three times as long as a later one, and the first is the one that a reviewer waits for. Gives a function that calls it off.
 */
export function warmUpComparison(jobs: Jobs, resourcesDir: string): () => void {
  const timer = setTimeout(
    () => void jobs.runUnnamed((job) => pump(job, compareSamples(resourcesDir))),
    DELAY_MS,
  );
  timer.unref();
  return () => clearTimeout(timer);
}

function* compareSamples(resourcesDir: string): Generator<void, null> {
  const texts = readSamples(resourcesDir);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, a] of texts.entries()) {
      const b = texts[index + 1];
      if (!b) continue;
      const steps = compareInSteps(a, b);
      let step = steps.next();
      for (; !step.done; step = steps.next()) yield;
      const comparison = step.value;
      packView({ comparison, redline: buildRedline(comparison) });
      yield;
    }
  return null;
}

function readSamples(resourcesDir: string): { label: string; text: string }[] {
  const folder = join(resourcesDir, 'samples');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((label) => ({ label, text: normaliseText(readFileSync(join(folder, label), 'utf8')) }));
}
