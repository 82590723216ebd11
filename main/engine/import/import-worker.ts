import { parentPort } from 'node:worker_threads';
import { ok, type Result } from '../../../shared/model/result.ts';
import { describePolicy, type GivenNames, type PolicyDescription } from './describe-policy.ts';
import type { ParsedFile } from './parsed-file.ts';
import { readPolicyFile } from './read-file.ts';

/** What the worker is asked: a file, and the names that the user gave. */
export interface ImportQuestion {
  readonly file: string;
  readonly given: GivenNames;
}

/** What the worker answers: the file's text, and where it belongs. */
export interface ReadPolicy {
  readonly parsed: ParsedFile;
  readonly description: PolicyDescription;
}

/**
 * The process (or thread) in which files are parsed: a parser that crashes, hangs or eats memory takes it along and nothing else. One
 * answer for each question, in order.
 */
if (parentPort) {
  const port = parentPort;
  port.on('message', (question: ImportQuestion) => {
    void answer(question).then((result) => port.postMessage(result));
  });
} else {
  process.on('message', (question: ImportQuestion) => {
    void answer(question).then((result) => process.send?.(result));
  });
  process.on('disconnect', () => process.exit(0));
}

async function answer({ file, given }: ImportQuestion): Promise<Result<ReadPolicy>> {
  const parsed = await readPolicyFile(file);
  if (!parsed.ok) return parsed;
  return ok({ parsed: parsed.value, description: describePolicy(file, parsed.value, given) });
}
