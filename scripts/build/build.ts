import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { writePrintFonts } from './print-fonts.ts';
import { sourceStamp, staleTargets, writeStamp } from './stamp.mjs';
import { dist, presentEntries, root, type Target } from './targets.mjs';

/** Modules that are never bundled: one is Electron itself, the other finds its native part beside its own files. */
const externals = ['electron', 'better-sqlite3'];
/** The oldest engine the windows run in (Electron 25); nothing newer may be left untranslated. */
const oldestChrome = 'chrome114';
/** Electron 25 has Node 18 in its main process; engine and command line run in Node 22.14 or later. */
const mainNode = 'node18';
const engineNode = 'node22';

/** What is wrong with the code being built, as the bundler says it; one target's fault does not stop the others. */
export class BuildError extends Error {}

/** Builds the named targets (all by default) whose sources changed; says on standard error what it builds. */
export async function buildStale(names?: readonly string[]): Promise<void> {
  const stale = staleTargets(names);
  if (stale.length === 0) return;
  const started = performance.now();
  process.stderr.write(`codicil: building ${stale.map((target) => target.name).join(', ')} ...`);
  const outcomes = await Promise.allSettled(stale.map(buildTarget));
  const failures = outcomes.flatMap((outcome, at) =>
    outcome.status === 'rejected' ? [`${stale[at]?.name}: ${reasonOf(outcome.reason)}`] : [],
  );
  if (failures.length > 0) throw new BuildError(failures.join('\n\n'));
  process.stderr.write(` ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

async function buildTarget(target: Target): Promise<void> {
  const stamp = sourceStamp(target);
  mkdirSync(dist, { recursive: true });
  const folder = mkdtempSync(path.join(dist, `.${target.name}-`));
  try {
    for (const config of configsOf(target, folder)) await build(config);
    if (target.name === 'main') await writePrintFonts(path.join(folder, 'fonts'));
    writeStamp(folder, stamp);
    replaceFolder(path.join(dist, target.name), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whoever starts the app while it is built gets the old files or the new ones. */
function replaceFolder(target: string, built: string): void {
  const old = `${built}-old`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(built, target);
  rmSync(old, { recursive: true, force: true });
}

function configsOf(target: Target, outDir: string): InlineConfig[] {
  const entries = presentEntries(target);
  switch (target.name) {
    case 'renderer':
      return [rendererConfig(outDir)];
    case 'main':
      return entries.map((entry) => nodeConfig(outDir, entry, 'cjs', mainNode));
    default:
      return entries.map((entry) => nodeConfig(outDir, entry, 'es', engineNode));
  }
}

function rendererConfig(outDir: string): InlineConfig {
  return {
    ...quiet,
    root: path.join(root, 'renderer'),
    base: '/',
    publicDir: false,
    plugins: [react()],
    // The dictionaries' packages name only a loader for Node; the window reads their files.
    resolve: {
      alias: [
        { find: /^(dictionary-en(?:-gb)?\/index\.(?:aff|dic))/, replacement: `${root}/node_modules/$1` },
      ],
    },
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: oldestChrome,
      cssTarget: oldestChrome,
      // Inlined data: URLs would need holes in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Monaco alone is 4 MB, loaded from disk.
      chunkSizeWarningLimit: 8000,
      reportCompressedSize: false,
    },
  };
}

function nodeConfig(outDir: string, entry: string, format: 'cjs' | 'es', target: string): InlineConfig {
  const extension = format === 'cjs' ? 'cjs' : 'mjs';
  const name = entryName(entry);
  return {
    ...quiet,
    root,
    publicDir: false,
    ssr: { noExternal: true, external: externals },
    build: {
      ssr: path.join(root, entry),
      outDir,
      emptyOutDir: false,
      target,
      minify: false,
      rolldownOptions: {
        external: externals,
        output: { format, entryFileNames: `${name}.${extension}`, codeSplitting: false },
      },
    },
  };
}

const quiet = { configFile: false, logLevel: 'warn', clearScreen: false } as const;

function entryName(entry: string): string {
  const name = path.basename(entry, '.ts');
  return name === 'engine-process' ? 'engine' : name;
}

function reasonOf(reason: unknown): string {
  return stripVTControlCharacters(reason instanceof Error ? reason.message : String(reason));
}
