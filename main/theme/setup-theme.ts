import { nativeTheme } from 'electron';
import type { Settings } from '../../shared/ipc/app-requests.ts';
import { emitEvent } from '../requests/events.ts';

/** Follows the system or the user's choice, and tells the pages when it changes. */
export function setupTheme(theme: Settings['theme']): void {
  applyTheme(theme);
  nativeTheme.on('updated', () => emitEvent('theme.changed', { dark: nativeTheme.shouldUseDarkColors }));
}

/** Makes pages and native parts light, dark, or as the system is. */
export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
}
