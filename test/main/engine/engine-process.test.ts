import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { EngineCommand, EngineReport } from '../../../shared/ipc/engine-message.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const entry = fileURLToPath(new URL('../../../main/engine/engine-process.ts', import.meta.url));
const resourcesDir = fileURLToPath(new URL('../../../resources', import.meta.url));

/** Sends commands to a real engine process, `close` last, and gives what it reported and its exit code. */
async function converse(
  commands: readonly EngineCommand[],
  answers: number,
): Promise<readonly [EngineReport[], number]> {
  const env = { ...process.env, XDG_STATE_HOME: temporaryFolder() };
  const child = fork(entry, [], { serialization: 'advanced', execArgv: [], env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const reports: EngineReport[] = [];
  const answered = new Promise<void>((resolve) => {
    child.on('message', (message) => {
      reports.push(message as EngineReport);
      if (reports.filter(({ kind }) => kind === 'answer').length === answers) resolve();
    });
  });
  for (const command of commands) child.send(command);
  await answered;
  child.send({ kind: 'close' } satisfies EngineCommand);
  const [code] = await once(child, 'exit');
  return [reports, code];
}

/** A real engine process; `ask` sends commands and gives the next answer. */
function startEngine(): { ask(...commands: EngineCommand[]): Promise<unknown> } {
  const env = { ...process.env, XDG_STATE_HOME: temporaryFolder() };
  const child = fork(entry, [], { serialization: 'advanced', execArgv: [], env });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    async ask(...commands) {
      const answered = new Promise((resolve) => {
        child.on('message', (message) => {
          const report = message as EngineReport;
          if (report.kind === 'answer' && report.id === idOf(commands)) resolve(report.result);
        });
      });
      for (const command of commands) child.send(command);
      return answered;
    },
  };
}

function idOf(commands: readonly EngineCommand[]): number {
  const last = commands.at(-1);
  return last?.kind === 'request' ? last.id : 0;
}

test('opens a new library with the samples, answers, and closes', async () => {
  const libraryFile = join(temporaryFolder(), 'library.codicil');
  const [reports, code] = await converse(
    [
      { kind: 'open', libraryFile, resourcesDir, withSamples: true },
      { kind: 'request', id: 1, name: 'library.list', args: {} },
      { kind: 'request', id: 2, name: 'draft.save', args: {} },
    ],
    2,
  );
  expect(code).toBe(0);
  expect(reports.slice(0, 2)).toEqual([
    { kind: 'opened', result: { ok: true, value: null } },
    { kind: 'event', event: 'engine.status', payload: { state: 'ready', message: '' } },
  ]);
  const answers = new Map(
    reports.flatMap((report) => (report.kind === 'answer' ? [[report.id, report.result]] : [])),
  );
  expect(answers.get(1)).toMatchObject({ ok: true, value: { file: libraryFile, companies: [{}, {}] } });
  expect(answers.get(2)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
});

test('opens the library again when a draft waits for it', async () => {
  const libraryFile = join(temporaryFolder(), 'library.codicil');
  const draft = { policyId: 1, baseVersion: null, text: 'x' };
  const open = { kind: 'open', libraryFile, resourcesDir, withSamples: true } as const;
  writeFileSync(libraryFile, '');
  const child = startEngine();
  expect(await child.ask(open, { kind: 'request', id: 1, name: 'draft.save', args: draft })).toMatchObject({
    ok: false,
  });
  rmSync(libraryFile);
  expect(await child.ask({ kind: 'request', id: 2, name: 'draft.save', args: draft })).toMatchObject({
    ok: true,
  });
});

test('stays when the library cannot be opened, and says so to every request', async () => {
  const libraryFile = join(temporaryFolder(), 'library.codicil');
  writeFileSync(libraryFile, '');
  const [reports, code] = await converse(
    [
      { kind: 'open', libraryFile, resourcesDir, withSamples: true },
      { kind: 'request', id: 1, name: 'policy.get', args: { policyId: 1 } },
    ],
    1,
  );
  expect(code).toBe(0);
  const error = {
    code: 'library-damaged',
    message: `The library ${libraryFile} is empty (0 bytes); it was left as it is.`,
  };
  expect(reports).toEqual([
    { kind: 'opened', result: { ok: false, error } },
    { kind: 'event', event: 'engine.status', payload: { state: 'stopped', message: error.message } },
    { kind: 'answer', id: 1, result: { ok: false, error } },
  ]);
});
