import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { App } from 'electron';
import { appPaths } from '../app-paths.ts';
import { hasStoreNode, storeNode } from '../engine-client/store-node.ts';

/**
 * Runs the command line in this process, without a window: an installed app has no other Node, and its fuses keep it from being
 * started as one. Where this Electron is too old for the store, the Node that `CODICIL_NODE` names runs it.
 */
export async function runCommandLine(app: App, args: readonly string[]): Promise<void> {
  const file = appPaths().commandLine;
  process.env['CODICIL_ELECTRON_COMMAND'] ??= JSON.stringify(ownCommand(app));
  app.dock?.hide();
  app.exit(hasStoreNode() ? await runHere(file, args) : await runInNode(file, args));
}

async function runHere(file: string, args: readonly string[]): Promise<number> {
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
  return Number(process.exitCode ?? 0);
}

function runInNode(file: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(storeNode(), [file, ...args], { stdio: 'inherit' });
    child.on('error', ({ message }) => {
      process.stderr.write(`codicil: no Node to run the command line in (${message}).\n`);
      resolve(3);
    });
    child.on('exit', (code) => resolve(code ?? 3));
  });
}

/** How to start this app again, for printing PDFs. */
function ownCommand(app: App): string[] {
  const unsandboxed = app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : [];
  return [process.execPath, ...unsandboxed, ...(app.isPackaged ? [] : [app.getAppPath()])];
}
