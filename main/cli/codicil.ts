import { Command, CommanderError } from 'commander';
import { type CliContext, openCliContext } from './cli-context.ts';
import { CliFailure, EXIT } from './cli-failure.ts';
import { addAlignCommand } from './commands/align-command.ts';
import { addBackupCommand, addRestoreCommand } from './commands/backup-command.ts';
import { addCheckCommand } from './commands/check-command.ts';
import { addCompareCommand } from './commands/compare-command.ts';
import { addExportCommand } from './commands/export-command.ts';
import { addHistoryCommand } from './commands/history-command.ts';
import { addImportCommand } from './commands/import-command.ts';
import { addInspectCommand } from './commands/inspect-command.ts';
import { addListCommand } from './commands/list-command.ts';
import { addPublishCommand } from './commands/publish-command.ts';
import { addSearchCommand } from './commands/search-command.ts';
import { addShowCommand } from './commands/show-command.ts';
import { addTraceCommand } from './commands/trace-command.ts';
import { addVerifyCommand } from './commands/verify-command.ts';

/** The command line: `codicil <command>`. Exit codes and outputs are described in the user guide. */
const context = openCliContext();
process.exitCode = await run(process.argv, context);

async function run(argv: readonly string[], cli: CliContext): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = buildProgram(cli, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    return explain(error, cli);
  } finally {
    cli.close();
  }
}

function buildProgram(cli: CliContext, finish: (exitCode: number) => void): Command {
  const program = new Command('codicil')
    .description('Write, version, compare and publish policies.')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .showSuggestionAfterError(false);
  const commands = [
    addImportCommand,
    addListCommand,
    addHistoryCommand,
    addShowCommand,
    addInspectCommand,
    addCompareCommand,
    addAlignCommand,
    addCheckCommand,
    addSearchCommand,
    addExportCommand,
    addPublishCommand,
    addVerifyCommand,
    addTraceCommand,
    addBackupCommand,
    addRestoreCommand,
  ];
  for (const add of commands) {
    const command = add(program, cli, finish);
    command.option('--library <file>', 'another library than the default', (file) => cli.useLibrary(file));
  }
  return program;
}

/** One line on standard error, never a stack trace; a fault of ours says so. */
function explain(error: unknown, cli: CliContext): number {
  if (error instanceof CommanderError) return explainUsage(error, cli);
  if (error instanceof CliFailure) {
    cli.note(`codicil: ${error.message}`);
    if (process.env['CODICIL_DEBUG'] && error.details) cli.note(error.details);
    return error.exitCode;
  }
  const reason = error instanceof Error ? error.message : String(error);
  cli.note(`codicil: a fault in Codicil: ${reason.split('\n')[0]}`);
  if (process.env['CODICIL_DEBUG'] && error instanceof Error) cli.note(error.stack ?? '');
  return EXIT.fault;
}

function explainUsage(error: CommanderError, cli: CliContext): number {
  if (error.exitCode === 0) return EXIT.done; // --help has been printed
  if (error.code === 'commander.help') return EXIT.unusable;
  cli.note(`codicil: ${error.message.replace(/^error: /, '')}`);
  return EXIT.unusable;
}
