// Saves versions and drafts as fast as it can, and notes each one that the engine said was saved: the program under test of a kill loop,
// a fault injector or a power cut. node test/reliability/save-writer.ts LIBRARY ACKS [SAVES]
// Each acknowledged save is a line `ACK policy number sha256`; a save that was refused prints `ERR reason` and ends with exit code 3.
import { appendFileSync } from 'node:fs';
import { openEngine } from '../../main/engine/engine.ts';
import type { VersionSummary } from '../../shared/model/policy.ts';
import type { Result } from '../../shared/model/result.ts';

const [libraryFile = '', acks = '', saves = '1000000'] = process.argv.slice(2);
const opened = openEngine({ libraryFile, resourcesDir: '' });
if (!opened.ok) refuse(opened.error.message);
else await save(Number(saves));

async function save(count: number): Promise<void> {
  if (!opened.ok) return;
  const engine = opened.value;
  await engine.handle('policy.create', { company: 'Fernholm Ferries', name: 'Terms', text: 'Begun.' }); // there already, after a kill
  for (let index = 0; index < count; index++) {
    const text = `# Terms\n\n${Array.from({ length: 200 }, (_, line) => `Clause ${line}: ${(line * index) % 13} days.`).join('\n')}\n\n${Date.now()} ${index}\n`;
    const entry = { text, effectiveDate: null, note: `Save ${index}`, kind: 'substantive', author: '' };
    const saved = (await engine.handle('version.save', { policyId: 1, ...entry })) as Result<VersionSummary>;
    if (!saved.ok) return refuse(saved.error.message);
    appendFileSync(acks, `ACK 1 ${saved.value.number} ${saved.value.textHash}\n`);
    const draft = await engine.handle('draft.save', {
      policyId: 1,
      baseVersion: saved.value.number,
      text: `${text}Draft.`,
    });
    if (!draft.ok) return refuse(draft.error.message);
  }
  engine.close();
}

function refuse(reason: string): void {
  console.log(`ERR ${reason}`);
  process.exitCode = 3;
}
