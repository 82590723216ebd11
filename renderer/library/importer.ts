import type { ImportReport, TrackedChoice } from '../../shared/ipc/import-requests.ts';
import type { Client } from '../app/client.ts';
import type { Jobs } from '../app/jobs.ts';
import type { Navigator } from '../app/navigation.ts';
import type { Notices } from '../app/notices.ts';
import type { Library } from './library-store.ts';

/** What a person chose before an import. */
export interface ImportChoices {
  /** Take repositories with their commits. */
  readonly history: boolean;
  /** Which text of tracked changes; both when not said. */
  readonly tracked?: TrackedChoice;
  /** The company of everything that comes in; empty where each file says its own. */
  readonly company?: string;
}

export interface Importer {
  /** Asks for files, then imports them. */
  choose(): Promise<void>;
  /** Asks for a folder or repository, shows what would come in, then imports it. */
  chooseFolder(): Promise<void>;
  /** Imports files at once; folders, repositories and Word files with tracked changes after a look at what would come in. */
  importPaths(paths: readonly string[]): Promise<void>;
  /** Imports without asking. */
  importNow(paths: readonly string[], choices: ImportChoices): Promise<void>;
  /** Imports what was dropped onto the window. */
  importDropped(files: readonly File[]): Promise<void>;
}

interface ImporterOptions {
  readonly client: Client;
  readonly jobs: Jobs;
  readonly library: Library;
  readonly navigator: Navigator;
  readonly notices: Notices;
}

/** Brings files into the library and shows what became of each. */
export function createImporter({ client, jobs, library, navigator, notices }: ImporterOptions): Importer {
  async function importPaths(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    const survey = await client.request('import.survey', { paths: [...paths] });
    if (!survey.ok) return notices.addFailure(survey.error);
    const { folders, repositories } = survey.value;
    if (folders.length === 0 && !(await hasTrackedChanges(paths)))
      return importNow(paths, { history: false });
    navigator.open({ kind: 'import-preview', paths, repositories });
  }
  /** Which text of a tracked change counts is the user's to say; what cannot be read is said by the import itself. */
  async function hasTrackedChanges(paths: readonly string[]): Promise<boolean> {
    const word = paths.filter((path) => /\.docx$/i.test(path));
    if (word.length === 0) return false;
    const args = { paths: word, history: false };
    const preview = await jobs.run('Reading Word files', 'import.preview', (job) => ({ job, ...args }));
    return preview.ok && preview.value.trackedFiles > 0;
  }
  async function importNow(
    paths: readonly string[],
    { history, tracked = 'both', company = '' }: ImportChoices,
  ): Promise<void> {
    const answer = await jobs.run(importTitle(paths.length), 'import.paths', (job) => ({
      job,
      paths: [...paths],
      history,
      tracked,
      ...(company ? { company } : {}),
    }));
    await library.reload();
    if (!answer.ok) return notices.addFailure(answer.error);
    navigator.announce(summariseImport(answer.value));
    navigator.open({ kind: 'import-report', report: answer.value });
  }
  async function choose(what: 'files' | 'folder'): Promise<void> {
    const chosen = await client.request('dialog.chooseImport', { what });
    if (!chosen.ok) return notices.addFailure(chosen.error);
    return importPaths(chosen.value);
  }
  return {
    importPaths,
    importNow,
    choose: () => choose('files'),
    chooseFolder: () => choose('folder'),
    async importDropped(files) {
      const paths = files.map((file) => client.pathForFile(file)).filter((path) => path !== '');
      if (paths.length > 0) return importPaths(paths);
      notices.add({ tone: 'error', text: 'Only files and folders from this computer can be imported.' });
    },
  };
}

/** "2 imported, 1 already there, 1 refused." */
export function summariseImport({ files }: ImportReport): string {
  const count = (outcome: string): number => files.filter((file) => file.outcome === outcome).length;
  const parts = [
    { n: count('imported'), words: 'imported' },
    { n: count('already-there'), words: 'already there' },
    { n: count('refused'), words: 'refused' },
  ].filter((part) => part.n > 0);
  if (parts.length === 0) return 'Nothing to import was found.';
  return `${parts.map((part) => `${part.n} ${part.words}`).join(', ')}.`;
}

function importTitle(count: number): string {
  return count === 1 ? 'Importing 1 item' : `Importing ${count} items`;
}
