/** How many checks or tests of a stage passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** One stage of `npm test`. */
export interface Stage {
  readonly name: string;
  readonly run: () => Promise<Tally>;
}

/** A stage that is one check: its exit code says all. */
export function tallyOfCheck(exitCode: number): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs every stage, whatever became of the one before; a stage that falls over, or runs nothing, has failed. */
export async function runStages(stages: readonly Stage[], say: (line: string) => void): Promise<Tally> {
  let total: Tally = { passed: 0, failed: 0 };
  for (const stage of stages) {
    say(`\n== ${stage.name}`);
    const started = performance.now();
    const tally = await runStage(stage, say);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`== ${stage.name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
    total = { passed: total.passed + tally.passed, failed: total.failed + tally.failed };
  }
  return total;
}

async function runStage(stage: Stage, say: (line: string) => void): Promise<Tally> {
  try {
    const tally = await stage.run();
    if (tally.passed + tally.failed > 0) return tally;
    say(`${stage.name} ran nothing`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
  return { passed: 0, failed: 1 };
}
