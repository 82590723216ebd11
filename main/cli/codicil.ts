import { openCliContext } from './cli-context.ts';
import { runCli } from './run-cli.ts';

/** The command line: `codicil <command>`. Exit codes and outputs are described in the user guide. */
process.exitCode = await runCli(process.argv.slice(2), openCliContext());
