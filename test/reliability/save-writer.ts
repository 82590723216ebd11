// Saves versions and drafts as fast as it can, and notes each one that the engine said was saved: the program under test of a kill loop,
// a fault injector or a power cut. node test/reliability/save-writer.ts LIBRARY ACKS [SAVES [PATIENCE [SYNC]]]
// Each acknowledged save is a line `ACK policy number sha256`. A save that is refused prints `ERR reason` and is tried again up to PATIENCE
// times, 0.2 s apart; then it ends with exit code 3. SYNC=NORMAL weakens the store, to show that the harness sees what that loses.
import { appendFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Engine, openEngine } from '../../main/engine/engine.ts';
import type { VersionSummary } from '../../shared/model/policy.ts';
import type { Result } from '../../shared/model/result.ts';

const [libraryFile = '', acks = '', saves = '1000000', patience = '0', sync = ''] = process.argv.slice(2);
if (sync === 'NORMAL') weakenSync();
const engine = await trying(async () => openEngine({ libraryFile, resourcesDir: '' }));
if (engine) process.exitCode = (await saveAll(engine, Number(saves))) ? 0 : 3;
else process.exitCode = 3;
engine?.close();

async function saveAll(library: Engine, count: number): Promise<boolean> {
  await library.handle('policy.create', { company: 'Fernholm Ferries', name: 'Terms', text: 'Begun.' }); // there already, after a kill
  for (let index = 0; index < count; index++) {
    const text = textOf(index);
    const saved = await trying(() => saveVersion(library, text, index));
    if (!saved) return false;
    appendFileSync(acks, `ACK 1 ${saved.number} ${saved.textHash}\n`);
    const draft = { policyId: 1, baseVersion: saved.number, text: `${text}Draft.` };
    if (!(await trying(async () => library.handle('draft.save', draft)))) return false;
  }
  return true;
}

async function saveVersion(library: Engine, text: string, index: number): Promise<Result<VersionSummary>> {
  const entry = { text, effectiveDate: null, note: `Save ${index}`, kind: 'substantive', author: '' };
  return (await library.handle('version.save', { policyId: 1, ...entry })) as Result<VersionSummary>;
}

function textOf(index: number): string {
  const clauses = Array.from({ length: 200 }, (_, line) => `Clause ${line}: ${(line * index) % 13} days.`);
  return `# Terms\n\n${clauses.join('\n')}\n\n${Date.now()} ${index}\n`;
}

/** Null when the patience has run out; each refusal is told. */
async function trying<T>(work: () => Promise<Result<T>>): Promise<T | null> {
  for (let left = Number(patience); ; left--) {
    const result = await work();
    if (result.ok) return result.value;
    console.log(`ERR ${result.error.message}`);
    if (left <= 0) return null;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Makes the pragma that the store sets say NORMAL instead; the store's own assertion would undo a later change. */
function weakenSync(): void {
  const pragma = Database.prototype.pragma;
  Database.prototype.pragma = function weakened(
    this: Database.Database,
    source: string,
    options?: Database.PragmaOptions,
  ) {
    if (source === 'synchronous' && options?.simple) return 2;
    return pragma.call(this, source.replace('synchronous = FULL', 'synchronous = NORMAL'), options);
  };
}
