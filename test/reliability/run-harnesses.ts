// Runs the harnesses of ../shared/reliability: each one first on a writer that is broken on purpose, which it must catch, then on ours, which
// must come through. node test/reliability/run-harnesses.ts [--short | --full] [--only TEXT]      Needs `npm run build`; ends with 1 on a fault.
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { canMount, missingForHarnesses, prepareEnvironment } from './environment.ts';
import { type Harness, harnesses, type Length } from './harnesses.ts';

const { values } = parseArgs({
  options: { short: { type: 'boolean' }, full: { type: 'boolean' }, only: { type: 'string', default: '' } },
});
/** What a report of any harness says when it has seen a fault: a harness that merely broke down proves nothing. */
const evidence = /"(?:lost|states_lost|verify_failures|failed)":[1-9]|"faults":\["/;
const length: Length = values.full ? 'full' : 'short';
const missing = missingForHarnesses();
if (missing) console.log(`The harnesses are skipped: ${missing}.`);
else process.exitCode = (await runAll()) ? 0 : 1;

async function runAll(): Promise<boolean> {
  const environment = prepareEnvironment();
  let sound = true;
  try {
    for (const harness of harnesses.filter(wanted)) {
      const bad = await harness.bad(environment, length);
      const seen = !bad.sound && evidence.test(bad.report);
      say(harness, seen ? 'sees the bad writer' : 'FAILED to see the bad writer', bad.report);
      const good = await harness.good(environment, length);
      say(harness, good.sound ? 'ours is sound' : 'ours is FAULTY', good.report);
      sound &&= good.sound && seen;
    }
  } finally {
    rmSync(environment.folder, { recursive: true, force: true });
  }
  console.log(
    sound ? 'Every harness saw its bad writer, and ours came through.' : 'Something is wrong; see above.',
  );
  return sound;
}

function wanted(harness: Harness): boolean {
  if (!harness.name.includes(values.only)) return false;
  if (harness.long && length === 'short' && !values.only) return false;
  if (!harness.mounts || canMount()) return true;
  console.log(`${harness.name}: skipped, because disks cannot be mounted here.`);
  return false;
}

function say({ name }: Harness, verdict: string, report: string): void {
  console.log(`${name}: ${verdict}  ${report.replace(/\s*\n\s*/g, ' | ').slice(0, 900)}`);
}
