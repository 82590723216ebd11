import path from 'node:path';
import { type Settings, settingsSchema } from '../../shared/ipc/app-requests.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

/** Some of the settings; what is undefined stays. */
export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

/** The user's choices, kept in `settings.json` beside the window's state. */
export interface SettingsStore {
  get(): Settings;
  set(change: SettingsChange): void;
}

/** Opens the settings in a folder; single values that make no sense fall back to their defaults, the others stay. */
export function openSettings(folder: string): SettingsStore {
  const file = path.join(folder, 'settings.json');
  let settings = readJsonFile(file, settingsSchema, settingsSchema.parse({}));
  return {
    get: () => settings,
    set: (change) => {
      settings = settingsSchema.parse({ ...settings, ...change });
      writeJsonFile(file, settings);
    },
  };
}
