import os from 'node:os';
import path from 'node:path';
import { defaultLibraryFile } from '../shared/model/library-location.ts';

/** An HTML file to print as PDF. */
export interface PrintJob {
  readonly input: string;
  readonly output: string;
}

/** What the app was started with. */
export interface LaunchOptions {
  readonly library: string;
  /** Another folder for settings and window state; tests use it. */
  readonly userData: string | null;
  /** A new library begins with two invented companies, unless `CODICIL_SAMPLES=none`. */
  readonly withSamples: boolean;
  /** HTML files to print before exiting: how the command line makes PDFs. */
  readonly print: readonly PrintJob[] | null;
  /** Arguments for the command line, if the app was started as one. */
  readonly commandLine: readonly string[] | null;
}

const printSwitch = '--codicil-print-pdf';
/** Followed by `--`, behind which Chromium leaves the arguments alone. */
const commandLineSwitch = '--codicil-cli';

/** Reads the command line and the environment; unknown switches are Chromium's business. */
export function readLaunchOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): LaunchOptions {
  return {
    library: path.resolve(defaultLibraryFile({ platform: process.platform, env, home: os.homedir() })),
    userData: env['CODICIL_USER_DATA'] ? path.resolve(env['CODICIL_USER_DATA']) : null,
    withSamples: env['CODICIL_SAMPLES'] !== 'none',
    print: readPrintJobs(argv),
    commandLine: readCommandLine(argv),
  };
}

function readCommandLine(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf(commandLineSwitch);
  return at < 0 ? null : argv.slice(argv[at + 1] === '--' ? at + 2 : at + 1);
}

/** Pairs of a page and the PDF that it becomes; a page without one is printed to nowhere, which fails by name. */
function readPrintJobs(argv: readonly string[]): readonly PrintJob[] | null {
  const at = argv.indexOf(printSwitch);
  if (at < 0) return null;
  const files = argv.slice(at + 1).map((file) => path.resolve(file));
  return Array.from({ length: Math.max(1, files.length >> 1) }, (_, index) => ({
    input: files[index * 2] ?? '',
    output: files[index * 2 + 1] ?? '',
  }));
}
