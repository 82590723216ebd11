import { Command, CommanderError } from 'commander';
import type { CliContext } from './cli-context.ts';
import { CliFailure, EXIT } from './cli-failure.ts';
import { addAlignCommand } from './commands/align-command.ts';
import { addBackupCommand, addRestoreCommand } from './commands/backup-command.ts';
import { addCheckCommand } from './commands/check-command.ts';
import { addCompareCommand } from './commands/compare-command.ts';
import { addPullCommand, addPushCommand } from './commands/exchange-commands.ts';
import { addExportCommand } from './commands/export-command.ts';
import { addFactsCommand } from './commands/facts-command.ts';
import { addHistoryCommand } from './commands/history-command.ts';
import { addImportCommand } from './commands/import-command.ts';
import { addInspectCommand } from './commands/inspect-command.ts';
import { addListCommand } from './commands/list-command.ts';
import { addOriginsCommand } from './commands/origins-command.ts';
import { addPublishCommand } from './commands/publish-command.ts';
import { addRenameCommand } from './commands/rename-command.ts';
import { addSearchCommand } from './commands/search-command.ts';
import { addShowCommand } from './commands/show-command.ts';
import { addSistersCommand } from './commands/sisters-command.ts';
import { addTraceCommand } from './commands/trace-command.ts';
import { addVerifyCommand } from './commands/verify-command.ts';

/** Runs one command, `args` without the program's own name, and gives its exit code; everything printed goes through `cli`. */
export async function runCli(args: readonly string[], cli: CliContext): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = buildProgram(cli, (code) => {
    exitCode = code;
  });
  try {
    // `user`: inside an installed app commander would look for its arguments elsewhere.
    await program.parseAsync(args, { from: 'user' });
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
    .configureOutput({
      writeOut: (text) => void cli.print(text),
      writeErr: (text) => cli.note(text.trimEnd()),
      outputError: () => undefined,
    })
    .showSuggestionAfterError(false);
  const commands = [
    addImportCommand,
    addListCommand,
    addHistoryCommand,
    addRenameCommand,
    addShowCommand,
    addInspectCommand,
    addCompareCommand,
    addAlignCommand,
    addFactsCommand,
    addSistersCommand,
    addCheckCommand,
    addSearchCommand,
    addExportCommand,
    addPublishCommand,
    addPushCommand,
    addPullCommand,
    addVerifyCommand,
    addTraceCommand,
    addOriginsCommand,
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
    noteForDebugging(error.details, cli);
    return error.exitCode;
  }
  const reason = error instanceof Error ? error.message : String(error);
  cli.note(`codicil: a fault in Codicil: ${reason.split('\n')[0]}`);
  noteForDebugging((error instanceof Error && error.stack) || '', cli);
  return EXIT.fault;
}

/** What only people who look for a fault want to see. */
function noteForDebugging(details: string, cli: CliContext): void {
  if (process.env['CODICIL_DEBUG'] && details) for (const line of details.split('\n')) cli.note(line);
}

function explainUsage(error: CommanderError, cli: CliContext): number {
  if (error.exitCode === 0) return EXIT.done; // --help has been printed
  if (error.code === 'commander.help') return EXIT.unusable;
  cli.note(`codicil: ${error.message.replace(/^error: /, '')}`);
  return EXIT.unusable;
}
