import { basename } from 'node:path';
import type { FileHistory } from './file-histories.ts';

/** A file's history with the company and the policy that it is about. */
export interface NamedHistory extends FileHistory {
  readonly company: string;
  readonly policy: string;
}

const POLICY_NAME = /\.(?:md|markdown|mdown|txt|text)$/i;
/** What Open Terms Archive's recorder writes: https://docs.opentermsarchive.org */
const ARCHIVE_MESSAGE = /^(?:Record |First record |Start tracking |Update |Refilter |Apply technical )/;
const TECHNICAL_MESSAGE = /^(?:Refilter |Apply technical or declaration upgrade|Apply technical )/;

/** True for a path that can be a policy: Markdown or text, not hidden. A README too: nothing is left out without a word. */
export function isPolicyPath(path: string): boolean {
  return POLICY_NAME.test(path) && !path.split('/').some((part) => part.startsWith('.'));
}

/** True for commits that change how a text was taken down, not what it says. */
export function isTechnicalMessage(message: string): boolean {
  return TECHNICAL_MESSAGE.test(message);
}

/** Names each history: by service and document type in a collection of Open Terms Archive, else by the folder and the file's path. */
export function nameHistories(
  histories: readonly FileHistory[],
  repositoryFolder: string,
  company: string | undefined,
): NamedHistory[] {
  const archive = isArchive(histories);
  const owner = company ?? spaced(basename(repositoryFolder).replace(/\.git$/, ''));
  const taken = new Set<string>();
  return histories.map((history) => {
    const [service = '', type] = history.path.replace(POLICY_NAME, '').split('/');
    const names =
      archive && type
        ? { company: company ?? service, policy: type }
        : { company: owner || 'Repository', policy: policyOfPath(history.path) };
    return { ...history, ...names, policy: unused(taken, names.company, names.policy) };
  });
}

function isArchive(histories: readonly FileHistory[]): boolean {
  const ofDepthTwo = histories.filter(({ path }) => path.split('/').length === 2);
  const messages = histories.flatMap(({ versions }) =>
    versions.slice(-1).map(({ commit }) => commit.message),
  );
  const recorded = messages.filter((message) => ARCHIVE_MESSAGE.test(message));
  return (
    ofDepthTwo.length >= histories.length * 0.8 &&
    recorded.length >= messages.length * 0.8 &&
    histories.length > 0
  );
}

/** `privacy/regulations/ccpa/index.md` is about "privacy regulations ccpa"; a lone `index.md` keeps its name. */
function policyOfPath(path: string): string {
  const parts = path.replace(POLICY_NAME, '').split('/');
  const meaningful = parts.length > 1 && parts.at(-1) === 'index' ? parts.slice(0, -1) : parts;
  const name = meaningful.map(spaced).join(' – ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function spaced(name: string): string {
  return name.replace(/[_-]+/g, ' ').trim();
}

function unused(taken: Set<string>, company: string, policy: string): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? policy : `${policy} (${count})`;
    const key = `${company}\n${name}`.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}
