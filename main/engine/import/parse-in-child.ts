import { basename } from 'node:path';
import { fail, type Result } from '../../../shared/model/result.ts';
import { askWorker, type WorkerLimits } from './ask-worker.ts';
import type { GivenNames } from './describe-policy.ts';
import type { ReadPolicy } from './import-worker.ts';
import {
  defaultIsolation,
  type ParserIsolation,
  type ParserWorker,
  startParserWorker,
} from './parser-worker.ts';

/**
 * No real policy takes a second, and 800 MB are far above what 50 MB of text need to be refused or read. A PDF of hundreds of pages takes
 * longer, and says so page by page as long as the pages hold text.
 */
const LIMITS: WorkerLimits = {
  milliseconds: 7000,
  patience: 17_000,
  residentBytes: 800 * 1024 * 1024,
  stretches: 6,
};

/** Turns clipboard HTML into Markdown in a worker of its own, under the same limits as a file. */
export async function convertPasted(
  html: string,
  isolation: ParserIsolation = defaultIsolation(),
): Promise<Result<string>> {
  const worker = startParserWorker(isolation);
  const question = { kind: 'paste', html } as const;
  const answer = await askWorker<Result<string>>(worker, question, 'What was copied', LIMITS);
  worker.end();
  return answer.ok ? answer.value : answer;
}

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
      const question = { kind: 'file', file, given } as const;
      const answer = await askWorker<Result<ReadPolicy>>(worker, question, basename(file), LIMITS);
      if (closed) return fail('cancelled', 'Stopped.');
      return answer.ok ? answer.value : answer;
    },
    close() {
      closed = true;
      worker?.end();
      worker = null;
    },
  };
}
