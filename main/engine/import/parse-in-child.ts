import { basename } from 'node:path';
import { fail, type Result } from '../../../shared/model/result.ts';
import type { GivenNames } from './describe-policy.ts';
import type { ImportQuestion, ReadPolicy } from './import-worker.ts';
import {
  defaultIsolation,
  type ParserIsolation,
  type ParserWorker,
  startParserWorker,
} from './parser-worker.ts';

/** No real policy takes a second; a file that takes this long was made to. */
const TIME_LIMIT_MS = 9000;
/** Far above what 50 MB of text need to be refused or read. */
const RESIDENT_LIMIT_BYTES = 800 * 1024 * 1024;
const WATCH_EVERY_MS = 50;

/** Parses files one after the other in a worker that is replaced when it misbehaves. */
export interface FileParser {
  parse(file: string, given?: GivenNames): Promise<Result<ReadPolicy>>;
  /** Stops what is being parsed and ends the worker. */
  close(): void;
}

/** Starts no worker before the first file. */
export function openFileParser(isolation: ParserIsolation = defaultIsolation()): FileParser {
  let worker: ParserWorker | null = null;
  let closed = false;
  return {
    async parse(file, given = {}) {
      if (closed) return fail('cancelled', 'Stopped.');
      if (!worker || worker.ended) worker = startParserWorker(isolation);
      const result = await ask(worker, { file, given });
      return closed ? fail('cancelled', 'Stopped.') : result;
    },
    close() {
      closed = true;
      worker?.end();
      worker = null;
    },
  };
}

function ask(worker: ParserWorker, question: ImportQuestion): Promise<Result<ReadPolicy>> {
  const name = basename(question.file);
  return new Promise((resolve) => {
    let reason = 'reading it needs too much memory or fails';
    const stop = (because: string): void => {
      reason = because;
      worker.end();
    };
    const timer = setTimeout(() => stop('it takes too long to read'), TIME_LIMIT_MS);
    const watch = setInterval(() => {
      if (worker.residentBytes() > RESIDENT_LIMIT_BYTES) stop('it needs too much memory to read');
    }, WATCH_EVERY_MS);
    const stopListening = worker.listen(
      (message) => settle(message as Result<ReadPolicy>),
      () => settle(fail('unreadable', `${name} was refused: ${reason}.`)),
    );
    const settle = (result: Result<ReadPolicy>): void => {
      clearTimeout(timer);
      clearInterval(watch);
      stopListening();
      resolve(result);
    };
    worker.send(question);
  });
}
