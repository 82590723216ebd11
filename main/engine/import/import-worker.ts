import { parentPort } from 'node:worker_threads';
import type { IsoDate } from '../../../shared/model/policy.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import { READING } from './ask-worker.ts';
import type { GivenNames, PolicyDescription } from './describe-policy.ts';
import type { Working } from './git/read-git-histories.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { RepositoryAnswer, RepositoryTask, WorkerQuestion } from './worker-protocol.ts';

/** What the worker answers about a file: its text, and where it belongs. */
export interface ReadPolicy {
  readonly parsed: ParsedFile;
  readonly description: PolicyDescription;
  /** The effective date that the text before its tracked changes states. */
  readonly dateBefore: IsoDate | null;
}

/** Yields what it read, word of how far it is, or null where it could pause. */
type RepositoryReader = Generator<unknown, Result<unknown>, unknown>;

/** How long a repository is read before the worker says that it is still at it, in milliseconds. */
const SIGN_OF_LIFE_MS = 200;

let reader: RepositoryReader | null = null;

/**
 * The process (or thread) in which files are parsed and repositories read: a parser that crashes, hangs or eats memory takes it along and
 * nothing else. One answer for each question, in order.
 */
if (parentPort) {
  const port = parentPort;
  port.on('message', (question: WorkerQuestion) => {
    void answer(question, () => port.postMessage(READING)).then((result) => port.postMessage(result));
  });
} else {
  process.on('message', (question: WorkerQuestion) => {
    void answer(question, () => process.send?.(READING)).then((result) => process.send?.(result));
  });
  process.on('disconnect', () => process.exit(0));
}

async function answer(
  question: WorkerQuestion,
  gettingOn: () => void,
): Promise<Result<ReadPolicy | string> | RepositoryAnswer> {
  switch (question.kind) {
    case 'paste': {
      const { pastedMarkdown } = await import('./pasted-html.ts');
      return pastedMarkdown(question.html);
    }
    case 'file':
      return readFile(question.file, question.given, gettingOn);
    case 'open':
      reader = await openReader(question.task);
      return advance(reader, undefined);
    case 'go-on':
      if (!reader) throw new Error('No repository is open');
      return advance(reader, question.reply);
  }
}

async function readFile(file: string, given: GivenNames, gettingOn: () => void): Promise<Result<ReadPolicy>> {
  const { readPolicyFile } = await import('./read-file.ts');
  const parsed = await readPolicyFile(file, gettingOn);
  if (!parsed.ok) return parsed;
  gettingOn();
  const { describePolicy } = await import('./describe-policy.ts');
  const { before } = parsed.value;
  return ok({
    parsed: parsed.value,
    description: describePolicy(file, parsed.value, given),
    dateBefore: before
      ? describePolicy(file, { ...parsed.value, text: before.text }, given).effectiveDate
      : null,
  });
}

/** What reads repositories is loaded when one is read, and so is what parses files: neither needs the other. */
async function openReader(task: RepositoryTask): Promise<RepositoryReader> {
  if (task.kind === 'git') {
    const { readGitHistories } = await import('./git/read-git-histories.ts');
    return readGitHistories(task.folder, task.revision, task.company) as RepositoryReader;
  }
  const { readSharedBranches, readSharedChain } = await import('../exchange/read-shared-chain.ts');
  if (task.kind === 'branches') return readSharedBranches(task.folder);
  return readSharedChain(task.folder, task.branch) as RepositoryReader;
}

function advance(open: RepositoryReader, reply: unknown): RepositoryAnswer {
  let working: Working = { kind: 'working', done: 0, total: 0, message: '' };
  const until = performance.now() + SIGN_OF_LIFE_MS;
  for (let step = open.next(reply); ; step = open.next()) {
    if (step.done) return { kind: 'end', result: step.value };
    if (isWorking(step.value)) working = step.value;
    else if (step.value !== null) return { kind: 'message', message: step.value };
    if (performance.now() > until) return working;
  }
}

function isWorking(step: unknown): step is Working {
  return typeof step === 'object' && step !== null && 'kind' in step && step.kind === 'working';
}
