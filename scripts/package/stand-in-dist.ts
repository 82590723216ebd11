import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';

/** The version that the stand-in says it is; electron-builder wants to know. */
export const standInVersion = '25.1.1';

/** Copies the stand-in without its loader, which must not get into a packaged app; gives the copy's folder. Remove it afterwards. */
export function copyStandIn(electronPath: string, below: string): string {
  const folder = mkdtempSync(path.join(below, 'electron-'));
  cpSync(path.dirname(electronPath), folder, { recursive: true });
  rmSync(path.join(folder, 'resources/app'), { recursive: true });
  return folder;
}
