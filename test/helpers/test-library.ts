import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { type Engine, openEngine } from '../../main/engine/engine.ts';
import type { Connection } from '../../main/engine/store/connection.ts';
import { openLibrary } from '../../main/engine/store/open-library.ts';
import { appendVersion, type NewVersion } from '../../main/engine/store/versions.ts';
import type { EngineRequest, RequestArgs, RequestValue } from '../../shared/ipc/contract.ts';
import type { VersionSummary } from '../../shared/model/policy.ts';
import type { Result } from '../../shared/model/result.ts';
import { plainPolicy } from './plain-policy.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Marks and backups of tests belong to the tests. */
process.env['XDG_STATE_HOME'] = join(tmpdir(), `codicil-test-state-${process.pid}`);
afterAll(() => rmSync(process.env['XDG_STATE_HOME'] ?? '', { recursive: true, force: true }));

/** A real library on the disk, closed and removed when the test ends. */
export function openTestLibrary(file: string = join(temporaryFolder(), 'library.codicil')): Connection {
  const opened = unwrap(openLibrary(file));
  onTestFinished(() => opened.connection.close());
  return opened.connection;
}

/** An engine on a real library, closed when the test ends. */
export function openTestEngine(file: string = join(temporaryFolder(), 'library.codicil')): Engine {
  const engine = unwrap(openEngine({ libraryFile: file, resourcesDir: '' }));
  onTestFinished(() => engine.close());
  return engine;
}

/** The value of a result; a failure fails the test with its message. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`${result.error.code}: ${result.error.message} ${result.error.details ?? ''}`);
  return result.value;
}

/** Asks an engine and unwraps the answer. */
export async function ask<Name extends EngineRequest>(
  engine: Engine,
  name: Name,
  args: RequestArgs<Name>,
): Promise<RequestValue<Name>> {
  return unwrap((await engine.handle(name, args)) as Result<RequestValue<Name>>);
}

/** Makes a policy with one version for each text, dated from 2010 on, a year apart. */
export function addPolicy(
  connection: Connection,
  texts: readonly string[],
  name = 'Privacy Policy',
): VersionSummary[] {
  return connection.write(() => {
    const policyId = plainPolicy(connection, 'Fernholm Ferries', name);
    return texts.map((text, index) => appendVersion(connection, policyId, newVersion(text, index)));
  });
}

/** A version as a writer would save it. */
export function newVersion(text: string, index = 0): NewVersion {
  return {
    text,
    effectiveDate: `${2010 + index}-01-01`,
    savedAt: `${2010 + index}-01-01T08:00:00.000Z`,
    author: 'Mara Lindqvist',
    note: `Change ${index + 1}`,
    kind: 'substantive',
    source: { kind: 'written' },
  };
}
