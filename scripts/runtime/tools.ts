import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/targets.mjs';

const packageOfTool = {
  biome: '@biomejs/biome',
  playwright: '@playwright/test',
  tsc: 'typescript',
  vitest: 'vitest',
  'electron-builder': 'electron-builder',
} as const;

/** The script of a development tool, to be run with the Node that runs this: `node_modules/.bin` would look for one in PATH. */
export function toolFile(tool: keyof typeof packageOfTool): string {
  const folder = path.join(root, 'node_modules', packageOfTool[tool]);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[tool]);
}
