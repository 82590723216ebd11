import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, ok, type Result } from '../../../shared/model/result.ts';

/** `https://…`, `ssh://…`, `ext::…`, `user@host:path` and `host:path`; one letter before a colon is a drive. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|[a-z][a-z0-9+-]+::|[\w.-]+@[\w.-]+:|[\w.-]{2,}:(?!\\))/i;

/** The folder that is meant by what a person gave as a git remote. An address on a network is refused: nothing leaves this computer. */
export function remoteFolder(given: string): Result<string> {
  if (/^file:\/\//i.test(given)) return folderOfUrl(given);
  if (ADDRESS.test(given) && !existsSync(given))
    return fail(
      'unsupported',
      `${given} is an address on a network, and Codicil makes no connections: push to a repository in a folder, and from there with your team’s own git.`,
    );
  return ok(resolve(given));
}

/** True for a folder in which a repository may be made: missing, or empty. */
export function isFree(folder: string): boolean {
  return !existsSync(folder) || (statSync(folder).isDirectory() && readdirSync(folder).length === 0);
}

function folderOfUrl(url: string): Result<string> {
  try {
    return ok(fileURLToPath(url));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fail('bad-request', `${url} is not the address of a folder on this computer.`);
  }
}
