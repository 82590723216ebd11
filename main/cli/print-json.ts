import type { CliContext } from './cli-context.ts';

/** Prints a value as JSON and a line end. */
export function printJson(context: CliContext, value: unknown): Promise<void> {
  return context.print(`${JSON.stringify(value, null, 1)}\n`);
}
