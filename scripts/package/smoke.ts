import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { demoPolicy } from '../demo/demo-policy.ts';
import { runQuietly } from '../runtime/command.mjs';
import { sandboxSwitches } from '../runtime/display.mjs';
import { say } from '../runtime/say.mjs';

/** A window that shows nothing in this time shows nothing. */
const windowMilliseconds = 30_000;

// Tries the packaged app named on the command line: its command line, a PDF, and its window. Needs a display.
const [program = ''] = process.argv.slice(2);
const folder = mkdtempSync(path.join(os.tmpdir(), 'codicil-smoke-'));
const env = {
  ...process.env,
  CODICIL_NODE: process.execPath,
  CODICIL_USER_DATA: path.join(folder, 'profile'),
  CODICIL_LIBRARY: path.join(folder, 'library.codicil'),
};
const policy = path.join(folder, 'policy.md');
writeFileSync(policy, demoPolicy);

try {
  readsPolicies();
  writesPdf();
  await showsLibrary();
  say('the packaged app reads, prints and shows policies');
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function readsPolicies(): void {
  const { ok, output } = commandLine('inspect', policy, '--json');
  assert.ok(ok, output);
  assert.match(output, /"title": "Larkspur Lane Privacy Policy"/);
}

function writesPdf(): void {
  const file = path.join(folder, 'policy.pdf');
  const { ok, output } = commandLine('export', policy, '--pdf', file);
  assert.ok(ok, output);
  assert.equal(readFileSync(file).subarray(0, 5).toString(), '%PDF-');
  assert.ok(statSync(file).size > 5_000);
}

function commandLine(...args: string[]): { ok: boolean; output: string } {
  return runQuietly(program, [...sandboxSwitches(), '--codicil-cli', '--', ...args], { env });
}

async function showsLibrary(): Promise<void> {
  const app = spawn(program, [...sandboxSwitches(), '--remote-debugging-port=0'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const port = await debuggingPort(app.stderr);
    const deadline = performance.now() + windowMilliseconds;
    let shown = '';
    while (!shown.includes('Privacy Policy') && performance.now() < deadline) {
      await setTimeout(200);
      shown = await textOfWindow(port);
    }
    assert.match(shown, /Privacy Policy/, `the window shows: ${shown || 'nothing'}`);
  } finally {
    app.kill('SIGKILL');
  }
}

/** What the window shows, asked by Chromium's own protocol: the fuses of a packaged app keep test drivers out. */
async function textOfWindow(port: string): Promise<string> {
  const targets: Target[] = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
  const page = targets.find(({ url }) => url.startsWith('app://codicil/'));
  if (!page) return '';
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  try {
    await once(socket, 'open');
    const expression = 'document.body.innerText';
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }));
    const [{ data }] = await once(socket, 'message');
    return JSON.parse(data).result.result.value ?? '';
  } finally {
    socket.close();
  }
}

interface Target {
  readonly url: string;
  readonly webSocketDebuggerUrl: string;
}

function debuggingPort(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    output.on('data', (chunk) => {
      seen += chunk;
      const match = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(seen);
      if (match?.[1]) resolve(match[1]);
    });
    output.on('end', () => reject(new Error(`the app ended: ${seen}`)));
  });
}
