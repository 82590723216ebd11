import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { App } from 'electron';
import type { PrintJob } from '../launch-options.ts';
import { htmlToPdf } from './html-to-pdf.ts';

/** Exit codes of the command line: done, unreadable input, a fault inside. */
const exitCodes = { done: 0, unreadable: 2, fault: 3 } as const;

/** Prints files and exits, beside a running app and without its profile: for the command line, which has no window. */
export async function runPrintMode(app: App, jobs: readonly PrintJob[]): Promise<void> {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'codicil-print-'));
  app.setPath('userData', profile);
  app.on('window-all-closed', () => undefined);
  app.dock?.hide();
  await app.whenReady();
  const code = await printAll(jobs);
  rmSync(profile, { recursive: true, force: true });
  app.exit(code);
}

/** One after another; the first that fails ends the run. */
async function printAll(jobs: readonly PrintJob[]): Promise<number> {
  for (const job of jobs) {
    const code = await print(job);
    if (code !== exitCodes.done) return code;
  }
  return exitCodes.done;
}

async function print({ input, output }: PrintJob): Promise<number> {
  const html = await readFile(input, 'utf8').catch((error: Error) => error);
  if (html instanceof Error) return explain(exitCodes.unreadable, `${input} cannot be read: ${html.message}`);
  try {
    const beside = `${output}.${process.pid}.part`;
    await writeFile(beside, await htmlToPdf(html));
    await rename(beside, output);
    return exitCodes.done;
  } catch (error) {
    return explain(
      exitCodes.fault,
      `${output} was not written: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function explain(code: number, message: string): number {
  process.stderr.write(`codicil: ${message}\n`);
  return code;
}
