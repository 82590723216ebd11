import { describe, expect, it } from 'vitest';
import { checkImports } from '../../scripts/imports/check-imports.ts';

/** `file <- specifier` gives the faults of importing it there. */
function faultsOf(file: string, statement: string): string[] {
  return checkImports(file, statement);
}

describe('the import direction', () => {
  it.each([
    ['shared/compare/a.ts', "import { x } from '../structure/y.ts';"],
    ['shared/publish/a.ts', "import type { X } from '../compare/y.ts';"],
    ['main/engine/store/a.ts', "import Database from 'better-sqlite3';"],
    ['main/cli/a.ts', "import { x } from '../engine/engine.ts';"],
    ['renderer/editor/a.tsx', "import worker from './text.worker.ts?worker';"],
    ['main/windows/a.ts', "import { app } from 'electron';\nimport path from 'node:path';"],
    ['test/main/a.test.ts', "import { x } from '../../main/engine/engine.ts';"],
  ])('lets %s say %s', (file, statement) => {
    expect(faultsOf(file, statement)).toEqual([]);
  });

  it.each([
    [
      'shared/model/a.ts',
      "import { x } from '../compare/y.ts';",
      'shared/model/ may not import shared/compare',
    ],
    ['shared/structure/a.ts', "import fs from 'node:fs';", 'never in shared/structure/'],
    ['shared/publish/a.ts', "import React from 'react';", 'never in shared/publish/'],
    ['main/engine/a.ts', "import { app } from 'electron';", 'never in main/engine/'],
    ['main/engine/a.ts', "export { x } from '../windows/y.ts';", 'main/engine/ may not import main'],
    ['main/menu/a.ts', "import { x } from '../engine/y.ts';", 'main/ may not import main/engine'],
    ['main/menu/a.ts', "const x = await import('../cli/y.ts');", 'main/ may not import main/cli'],
    ['renderer/app/a.ts', "import type { X } from '../../main/menu/y.ts';", 'renderer/ may not import main'],
    ['renderer/app/a.ts', "import { z } from 'electron/renderer';", 'never in renderer/'],
    ['renderer/app/a.ts', "import { z } from '../../scripts/x.ts';", 'renderer/ may not import that'],
  ])('refuses %s to say %s', (file, statement, reason) => {
    expect(faultsOf(file, statement)).toEqual([expect.stringContaining(reason)]);
  });

  it('names the line', () => {
    expect(faultsOf('shared/model/a.ts', "\n\nimport fs from 'node:fs';")[0]).toMatch(
      /^shared\/model\/a\.ts:3 /,
    );
  });
});
