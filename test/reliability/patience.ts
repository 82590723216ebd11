import { type LaunchOptions, launchApp, type RunningApp } from '../e2e/helpers/launch.ts';
import { libraryTree, openPolicy } from '../e2e/helpers/window.ts';

/** How long a state of the window may take on a machine that is busy with other work, in milliseconds. */
export const PATIENCE_MS = 60_000;
const ATTEMPTS = 4;

/** Tries again what a busy machine made too slow for a helper of the end-to-end tests; the last failure is thrown. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

/** Starts the app on a folder. */
export function launchPatiently(folder: string, options: LaunchOptions = {}): Promise<RunningApp> {
  return patiently(() => launchApp(folder, options));
}

/** Opens the sample policy that the programs here type into. */
export async function openSample({ page }: RunningApp): Promise<void> {
  await libraryTree(page)
    .getByRole('row', { name: 'Hollowreed Software', exact: true })
    .waitFor({ timeout: PATIENCE_MS });
  await patiently(() => openPolicy(page, 'Hollowreed Software', 'Privacy Policy'));
}
