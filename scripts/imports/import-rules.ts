/** What the files below a folder may import. The longest matching folder counts. */
export interface ImportRule {
  readonly folder: string;
  /** Folders of the project; the folder itself is always allowed. */
  readonly mayImport: readonly string[];
  /** Packages (or `node:`) that must not appear; a package stands for everything inside it. */
  readonly neverPackages: readonly string[];
}

const platform = [
  'electron',
  'node:',
  'better-sqlite3',
  'react',
  'react-dom',
  'react-aria-components',
  'monaco-editor',
];
const readers = ['shared/model', 'shared/markdown', 'shared/structure'];

/** The arrows of ARCHITECTURE.md. Folders that are not named may not be imported by those that are. */
export const importRules: readonly ImportRule[] = [
  { folder: 'shared/model', mayImport: [], neverPackages: platform },
  { folder: 'shared/markdown', mayImport: ['shared/model'], neverPackages: platform },
  { folder: 'shared/structure', mayImport: ['shared/model', 'shared/markdown'], neverPackages: platform },
  { folder: 'shared/checks', mayImport: readers, neverPackages: platform },
  { folder: 'shared/compare', mayImport: readers, neverPackages: platform },
  { folder: 'shared/align', mayImport: readers, neverPackages: platform },
  {
    folder: 'shared/publish',
    mayImport: [...readers, 'shared/compare', 'shared/align'],
    neverPackages: platform,
  },
  {
    folder: 'shared/ipc',
    mayImport: [...readers, 'shared/checks', 'shared/compare', 'shared/align', 'shared/publish'],
    neverPackages: platform,
  },
  {
    folder: 'main/engine',
    mayImport: ['shared'],
    neverPackages: ['electron', 'react', 'react-dom', 'monaco-editor'],
  },
  {
    folder: 'main/cli',
    mayImport: ['shared', 'main/engine'],
    neverPackages: ['electron', 'react', 'react-dom', 'monaco-editor'],
  },
  // Electron's main process must never load the store: the wrong Node-API aborts it (decision 0003).
  { folder: 'main', mayImport: ['shared'], neverPackages: ['better-sqlite3', 'react', 'monaco-editor'] },
  { folder: 'renderer', mayImport: ['shared'], neverPackages: ['electron', 'node:', 'better-sqlite3'] },
];
