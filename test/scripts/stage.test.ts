import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tallyOfPlaywright, tallyOfVitest } from '../../scripts/test/reports.ts';
import { runStages, tallyOfCheck } from '../../scripts/test/stage.ts';

const silent = (): void => undefined;

describe('the stages of npm test', () => {
  it('sums up all of them, also after one failed', async () => {
    const total = await runStages(
      [
        { name: 'types', run: async () => tallyOfCheck(2) },
        { name: 'unit', run: async () => ({ passed: 40, failed: 1 }) },
        { name: 'lint', run: async () => tallyOfCheck(0) },
      ],
      silent,
    );
    expect(total).toEqual({ passed: 41, failed: 2 });
  });

  it('counts a stage that ran nothing, or fell over, as failed', async () => {
    const nothing = { name: 'e2e', run: async () => ({ passed: 0, failed: 0 }) };
    const broken = {
      name: 'build',
      run: async () => {
        throw new Error('no such file');
      },
    };
    expect(await runStages([nothing, broken], silent)).toEqual({ passed: 0, failed: 2 });
  });
});

describe('the reports', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'codicil-reports-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function report(content: unknown): string {
    const file = path.join(folder, 'report.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  }

  it('of Vitest count files that could not be loaded', () => {
    const file = report({
      numPassedTests: 5,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
        { status: 'passed', assertionResults: [{}] },
      ],
    });
    expect(tallyOfVitest(file, 1)).toEqual({ passed: 5, failed: 2 });
  });

  it('of Playwright count a second try as a failure', () => {
    const file = report({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 } });
    expect(tallyOfPlaywright(file, 1)).toEqual({ passed: 7, failed: 2 });
  });

  it('do not hide a bad exit that no test explains', () => {
    const file = report({ stats: { expected: 7, unexpected: 0, flaky: 0 } });
    expect(tallyOfPlaywright(file, 1)).toEqual({ passed: 7, failed: 1 });
  });

  it('that are missing are an error, not a zero', () => {
    expect(() => tallyOfVitest(path.join(folder, 'none.json'), 0)).toThrow('ENOENT');
  });
});
