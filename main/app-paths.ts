import path from 'node:path';
import { app } from 'electron';

/** Where the parts of the built app lie. */
export interface AppPaths {
  readonly renderer: string;
  readonly preload: string;
  readonly engine: string;
  readonly commandLine: string;
  readonly icon: string;
  readonly resources: string;
  /** Letters for printed pages. */
  readonly fonts: string;
}

/** Finds the built parts, from a checkout or from an installed app. */
export function appPaths(): AppPaths {
  const root = app.getAppPath();
  return {
    renderer: path.join(root, 'dist/renderer'),
    preload: path.join(root, 'dist/main/preload.cjs'),
    // A Node of its own cannot read archives, and neither can the loader of native modules.
    engine: path.join(unpacked(root), 'dist/engine/engine.mjs'),
    commandLine: path.join(unpacked(root), 'dist/cli/codicil.mjs'),
    icon: path.join(root, 'resources/icons/512x512.png'),
    resources: path.join(unpacked(root), 'resources'),
    fonts: path.join(root, 'dist/main/fonts'),
  };
}

function unpacked(root: string): string {
  return root.replace(/app\.asar$/, 'app.asar.unpacked');
}
