import { BuildError, buildStale } from '../build/build.ts';

// npm run build [-- TARGET...]: the named targets, or all, where their sources changed.
try {
  await buildStale(process.argv.length > 2 ? process.argv.slice(2) : undefined);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
