import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkImports, type ImportFault } from './check-imports.ts';

const checkedFolders = ['main', 'renderer', 'shared'];
const code = /\.(ts|tsx|mts|mjs|js)$/;

/** Checks every source file below `root`. Finding none at all is a fault of its own: the check would be looking in the wrong place. */
export function checkTree(root: string): { readonly files: number; readonly faults: readonly ImportFault[] } {
  const files = checkedFolders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => code.test(name) && !name.endsWith('.d.ts'))
      .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`),
  );
  const faults = files.flatMap((file) => checkImports(file, readFileSync(path.join(root, file), 'utf8')));
  return { files: files.length, faults: files.length === 0 ? ['no source files found'] : faults };
}
