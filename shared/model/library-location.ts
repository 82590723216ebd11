/** What decides where a user's library lies: `process.platform`, `process.env` and the home folder. */
export interface Surroundings {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * The library that the window and the command line open when none is named: `CODICIL_LIBRARY`, else one file in the place where each
 * system keeps an application's data (XDG Base Directory on Linux).
 */
export function defaultLibraryFile({ platform, env, home }: Surroundings): string {
  if (env['CODICIL_LIBRARY']) return env['CODICIL_LIBRARY'];
  switch (platform) {
    case 'win32':
      return `${env['APPDATA'] || `${home}\\AppData\\Roaming`}\\Codicil\\library.codicil`;
    case 'darwin':
      return `${home}/Library/Application Support/Codicil/library.codicil`;
    default:
      return `${env['XDG_DATA_HOME'] || `${home}/.local/share`}/codicil/library.codicil`;
  }
}
