import { fileURLToPath } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';
import { createEngineClient, type EngineClient } from '../../main/engine-client/engine-client.ts';
import { startNode } from '../../main/engine-client/start-node.ts';

const script = fileURLToPath(new URL('fixtures/small-engine.mjs', import.meta.url));
const clients: EngineClient[] = [];

function startClient(libraryFile = 'library.codicil'): { client: EngineClient; events: unknown[] } {
  const events: unknown[] = [];
  const client = createEngineClient({
    open: { kind: 'open', libraryFile, resourcesDir: '', withSamples: false },
    start: () => startNode(script, process.execPath),
    emit: (event, payload) => events.push({ event, ...payload }),
  });
  clients.push(client);
  return { client, events };
}

function propose(client: EngineClient, text: string): Promise<unknown> {
  return client.request('version.propose', { policyId: 1, text });
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});

it('opens the library and passes requests on', async () => {
  const { client, events } = startClient();
  expect(await propose(client, 'hello')).toEqual({ ok: true, value: { policyId: 1, text: 'hello' } });
  expect(events).toEqual([
    { event: 'engine.status', state: 'starting', message: '' },
    { event: 'engine.status', state: 'ready', message: '' },
  ]);
});

it('carries bytes as bytes', async () => {
  const { client } = startClient();
  const content = new Uint8Array([0, 255, 128]);
  const answer = await client.request('export.write', { path: 'a.pdf', content, replace: true });
  expect(answer).toMatchObject({ ok: true, value: { content } });
});

it('says why a library cannot be opened', async () => {
  const { client } = startClient('damaged.codicil');
  await vi.waitFor(() => expect(client.status()).toEqual({ state: 'stopped', message: 'damaged' }));
});

it('answers what a crash left open, starts again once, and then gives up', async () => {
  const { client, events } = startClient();
  const [first, second] = await Promise.all([propose(client, 'die'), propose(client, 'waiting')]);
  for (const answer of [first, second]) {
    expect(answer).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('safe in the editor') },
    });
  }
  expect(await propose(client, 'again')).toMatchObject({ ok: true });
  await propose(client, 'die');
  await vi.waitFor(() => expect(client.status().state).toBe('stopped'));
  expect(await propose(client, 'too late')).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(events.map((event) => (event as { state: string }).state)).toEqual([
    'starting',
    'ready',
    'starting',
    'ready',
    'stopped',
  ]);
});

it('says so where there is no Node to start', async () => {
  const client = createEngineClient({
    open: { kind: 'open', libraryFile: 'x', resourcesDir: '', withSamples: false },
    start: () => startNode(script, '/nowhere/node'),
    emit: () => undefined,
  });
  clients.push(client);
  await vi.waitFor(() => expect(client.status().state).toBe('stopped'));
});
