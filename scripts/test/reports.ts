import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import type { Tally } from './stage.ts';

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** Removes the report of an earlier run, so that it cannot be taken for this one's. */
export function forgetReport(file: string): void {
  rmSync(file, { force: true });
}

/** Reads Vitest's JSON report. A file that could not even be loaded counts as one failure, and so does a bad exit that no test explains. */
export function tallyOfVitest(file: string, exitCode: number): Tally {
  const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  const broken = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  ).length;
  return explained({ passed: report.numPassedTests, failed: report.numFailedTests + broken }, exitCode);
}

/** Reads Playwright's JSON report. A test that passed only on a second try has failed. */
export function tallyOfPlaywright(file: string, exitCode: number): Tally {
  const { stats } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  return explained({ passed: stats.expected, failed: stats.unexpected + stats.flaky }, exitCode);
}

function explained(tally: Tally, exitCode: number): Tally {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
