// Judges a library after a fault: every acknowledged save must be there with its text, and the chains and the file must be sound.
// node test/reliability/save-verifier.ts LIBRARY ACKS      Prints one JSON line; exit 0 when sound.
import { existsSync, readFileSync } from 'node:fs';
import { openEngine } from '../../main/engine/engine.ts';
import { openLibrary } from '../../main/engine/store/open-library.ts';
import { listAllVersions } from '../../main/engine/store/versions.ts';
import type { VerifyReport } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/model/result.ts';

const [libraryFile = '', acksFile = ''] = process.argv.slice(2);
const acks = existsSync(acksFile)
  ? readFileSync(acksFile, 'utf8')
      .split('\n')
      .filter((line) => /^ACK \d+ \d+ [0-9a-f]{64}$/.test(line))
  : [];
const verdict = await judge();
console.log(JSON.stringify(verdict));
process.exitCode = verdict.ok ? 0 : 1;

async function judge(): Promise<{ ok: boolean; acked: number; lost: number; corrupt: readonly string[] }> {
  const opened = openLibrary(libraryFile);
  if (!opened.ok)
    return { ok: false, acked: acks.length, lost: acks.length, corrupt: [opened.error.message] };
  const held = new Set(
    listAllVersions(opened.value.connection).map(
      ({ policyId, number, textHash }) => `ACK ${policyId} ${number} ${textHash}`,
    ),
  );
  opened.value.connection.close();
  const lost = acks.filter((line) => !held.has(line)).length;
  const corrupt = await problems();
  return { ok: lost === 0 && corrupt.length === 0, acked: acks.length, lost, corrupt };
}

async function problems(): Promise<string[]> {
  const engine = openEngine({ libraryFile, resourcesDir: '' });
  if (!engine.ok) return [engine.error.message];
  const report = (await engine.value.handle('library.verify', { job: 'verify' })) as Result<VerifyReport>;
  engine.value.close();
  return report.ok
    ? report.value.problems.map(({ place, message }) => `${place}: ${message}`)
    : [report.error.message];
}
