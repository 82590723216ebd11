import { fileURLToPath } from 'node:url';
import type { EngineRequest, RequestArgs, RequestValue } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Engine } from '../engine/engine.ts';
import { defaultLibraryFile } from '../engine/library-location.ts';
import { requireValue } from './cli-failure.ts';
import { printable } from './printable.ts';

/** What a command may use. The library is opened with the first request, so that commands on files never touch it. */
export interface CliContext {
  /** Writes to standard output; nothing but results goes there. */
  print(text: string): Promise<void>;
  /** Says something beside the result, on standard error. */
  note(line: string): void;
  /** Asks the engine; a failure ends the command. */
  ask<Name extends EngineRequest>(name: Name, args: RequestArgs<Name>): Promise<RequestValue<Name>>;
  /** Names the library that `ask` opens. */
  useLibrary(file: string): void;
  /** For commands that put something into a library, and so may begin one; to ask one that is not there is a mistake. */
  mayMakeLibrary(): void;
  readonly libraryFile: string;
  close(): void;
}

/** Where a run writes: the process's own streams, or a test's. */
export interface CliOutput {
  print(text: string): Promise<void>;
  note(text: string): void;
}

const processOutput: CliOutput = {
  print: (text) => writeAll(process.stdout, text),
  note: (text) => void process.stderr.write(text),
};

/** Makes the context of one run. */
export function openCliContext(output: CliOutput = processOutput): CliContext {
  let libraryFile = process.env['CODICIL_LIBRARY'] || defaultLibraryFile();
  let mustExist = true;
  let engine: Engine | null = null;
  return {
    print: output.print,
    note: (line) => output.note(`${printable(line)}\n`),
    async ask<Name extends EngineRequest>(name: Name, args: RequestArgs<Name>) {
      engine ??= await openEngineAt(libraryFile, mustExist);
      return requireValue((await engine.handle(name, args)) as Result<RequestValue<Name>>);
    },
    mayMakeLibrary() {
      mustExist = false;
    },
    useLibrary(file) {
      libraryFile = file;
    },
    get libraryFile() {
      return libraryFile;
    },
    close() {
      engine?.close();
      engine = null;
    },
  };
}

async function openEngineAt(libraryFile: string, mustExist: boolean): Promise<Engine> {
  // Loaded here only: SQLite and the importers would make every command on files start late.
  const { openEngine } = await import('../engine/engine.ts');
  const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url));
  return requireValue(openEngine({ libraryFile, resourcesDir, mustExist }));
}

/** Resolves when everything is written; a reader that has gone away (`| head`) is no error. */
function writeAll(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (error?: Error | null): void => {
      if (!error || ('code' in error && error.code === 'EPIPE')) resolve();
      else reject(error);
    };
    // A stream reports a failed write twice, and the event ends the process where nobody listens.
    stream.once('error', finish);
    stream.write(text, finish);
  });
}
