import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';

/** Adds one command to the program; `finish` sets the exit code when it is not 0. */
export type AddCommand = (
  program: Command,
  context: CliContext,
  finish: (exitCode: number) => void,
) => Command;
