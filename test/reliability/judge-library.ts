import { openEngine } from '../../main/engine/engine.ts';
import { openLibrary } from '../../main/engine/store/open-library.ts';
import { listAllVersions } from '../../main/engine/store/versions.ts';
import type { VerifyReport } from '../../shared/ipc/library-requests.ts';
import type { Result } from '../../shared/model/result.ts';

/** What became of the acknowledged saves. */
export interface Verdict {
  readonly ok: boolean;
  readonly acked: number;
  readonly lost: number;
  /** The first few acknowledgements that nothing is held for. */
  readonly missing: readonly string[];
  readonly corrupt: readonly string[];
}

/**
 * Judges a library after a fault: every acknowledged save (`ACK policy number sha256`, a line each) must be there with its text, and the
 * chains and the file must be sound. The name and shape are what the harnesses call.
 */
export async function verify(libraryFile: string, ackText: string): Promise<Verdict> {
  const acks = ackText.split('\n').filter((line) => /^ACK \d+ \d+ [0-9a-f]{64}$/.test(line));
  const opened = openLibrary(libraryFile);
  if (!opened.ok)
    return {
      ok: false,
      acked: acks.length,
      lost: acks.length,
      missing: acks.slice(0, 3),
      corrupt: [opened.error.message],
    };
  const held = new Set(
    listAllVersions(opened.value.connection).map(
      ({ policyId, number, textHash }) => `ACK ${policyId} ${number} ${textHash}`,
    ),
  );
  opened.value.connection.close();
  const missing = acks.filter((line) => !held.has(line));
  const corrupt = await findProblems(libraryFile);
  const ok = missing.length === 0 && corrupt.length === 0;
  return { ok, acked: acks.length, lost: missing.length, missing: missing.slice(0, 3), corrupt };
}

async function findProblems(libraryFile: string): Promise<string[]> {
  const engine = openEngine({ libraryFile, resourcesDir: '' });
  if (!engine.ok) return [engine.error.message];
  const report = (await engine.value.handle('library.verify', { job: 'verify' })) as Result<VerifyReport>;
  engine.value.close();
  // The harness's copies lie elsewhere than the library whose mark is outside, so a rollback is judged by the acknowledgements.
  return report.ok
    ? report.value.problems.map(({ place, message }) => `${place}: ${message}`)
    : [report.error.message];
}
