import { watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

/** Editors save in several steps; what follows within this time belongs together. */
const QUIET_MS = 250;

/**
 * Calls `work` at once and after each change below a folder or of one of the other `files`, one run at a time, until the program is interrupted (Ctrl+C) or told to end; resolves then,
 * when a run under way is over. `isOurs` says which changed names (from the folder) come from the work itself.
 */
export function watchFolder(
  folder: string,
  isOurs: (name: string) => boolean,
  files: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  return new Promise((done, fail) => {
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<void> | null = null;
    let again = false;
    const run = (): void => {
      if (running) {
        again = true;
        return;
      }
      running = work()
        .catch(stopWith)
        .finally(() => {
          running = null;
          if (again) run();
          again = false;
        });
    };
    const runSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(run, QUIET_MS);
    };
    const watchers = [
      watch(folder, { recursive: true }, (_event, name) => {
        if (name === null || !isOurs(name)) runSoon();
      }),
      // Editors save by putting a new file in the place of the old one, which only the folder hears of.
      ...files.map((file) =>
        watch(dirname(resolve(file)), (_event, name) => {
          if (name === null || name === basename(file)) runSoon();
        }),
      ),
    ];
    const close = (): void => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, finish);
    };
    const finish = (): void => {
      close();
      void Promise.resolve(running).then(() => done());
    };
    function stopWith(error: unknown): void {
      close();
      fail(error);
    }
    for (const watcher of watchers) watcher.on('error', stopWith);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, finish);
    run();
  });
}
