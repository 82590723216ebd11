// Saves versions and backups and says how it orders them, while somebody moves the clock. node test/reliability/clock-writer.ts LIBRARY [--bad]
// Reads a line from standard input before each step, so that the clock can be set between steps: `save`, `backup`, `look`.
// `--bad` orders by the clock, as a careless program would: the harness must see that.
import { createInterface } from 'node:readline';
import { openEngine } from '../../main/engine/engine.ts';
import { backupFolder } from '../../main/engine/library-guard.ts';
import { libraryStateFolder } from '../../main/engine/library-location.ts';
import { listBackups } from '../../main/engine/store/backups.ts';
import { openLibrary } from '../../main/engine/store/open-library.ts';
import { listAllVersions } from '../../main/engine/store/versions.ts';
import type { VersionSummary } from '../../shared/model/policy.ts';

const [libraryFile = '', flag] = process.argv.slice(2);
const bad = flag === '--bad';
const opened = openEngine({ libraryFile, resourcesDir: '' });
if (!opened.ok) throw new Error(opened.error.message);
const engine = opened.value;
await engine.handle('policy.create', { company: 'Fernholm', name: 'Terms', text: 'x' });
let saves = 0;

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await step(line)));
}
engine.close();

async function step(line: string): Promise<unknown> {
  if (line === 'save') {
    saves += 1;
    const entry = {
      text: `Save ${saves}.`,
      effectiveDate: null,
      note: `${saves}`,
      kind: 'substantive',
      author: '',
    };
    return { ok: (await engine.handle('version.save', { policyId: 1, ...entry })).ok };
  }
  if (line === 'backup') return { ok: (await engine.handle('library.backup', {})).ok };
  return { order: notesOf(libraryFile), backup: notesOf(newestBackup()), rollback: engine.rollback };
}

/** The notes of the versions, oldest first as this program orders them. */
function notesOf(file: string): string[] {
  const library = openLibrary(file);
  if (!library.ok) throw new Error(library.error.message);
  const versions = listAllVersions(library.value.connection).reverse();
  library.value.connection.close();
  return (bad ? versions.toSorted(byClock) : versions).map(({ note }) => note).filter((note) => note !== '');
}

function newestBackup(): string {
  const backups = listBackups(backupFolder(libraryStateFolder(libraryFile)));
  const newest = bad ? backups.toSorted((x, y) => (x.madeAt < y.madeAt ? 1 : -1))[0] : backups[0];
  if (!newest) throw new Error('There is no backup');
  return newest.file;
}

function byClock(x: VersionSummary, y: VersionSummary): number {
  return x.savedAt < y.savedAt ? -1 : 1;
}
