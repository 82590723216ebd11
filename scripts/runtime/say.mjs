/**
 * One line about progress, on standard error: standard output belongs to results.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`codicil: ${line}\n`);
}

/** Something the machine lacks and the scripts cannot get; the message says what it is and how to get it. */
export class MissingError extends Error {}

/**
 * Runs a script's body; what is missing ends as its message and exit code 2, anything else as a fault with its stack.
 * @param {() => Promise<number | undefined>} body gives the exit code
 */
export async function runMain(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    if (error instanceof MissingError) say(error.message);
    else process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = error instanceof MissingError ? 2 : 3;
  }
}
