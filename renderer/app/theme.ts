import { useEffect, useSyncExternalStore } from 'react';
import type { Settings } from '../../shared/ipc/app-requests.ts';
import { useServices } from './services.ts';
import { useStore } from './store.ts';

/** The theme in force: the chosen one, or the system's. */
export function resolveDark(theme: Settings['theme'], systemDark: boolean): boolean {
  return theme === 'system' ? systemDark : theme === 'dark';
}

/** Puts the theme in force on the root element, where the tokens look for it; true when it is dark. */
export function useTheme(): boolean {
  const { preferences } = useServices();
  const chosen = useStore(preferences.store, (settings) => settings.theme);
  const dark = resolveDark(chosen, useSystemDark());
  // Written while rendering children would be too late for the editor, which reads the tokens in its own effect.
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);
  return dark;
}

const SYSTEM_DARK = '(prefers-color-scheme: dark)';

function useSystemDark(): boolean {
  return useSyncExternalStore(watchSystem, () => matchMedia(SYSTEM_DARK).matches);
}

function watchSystem(listener: () => void): () => void {
  const query = matchMedia(SYSTEM_DARK);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
