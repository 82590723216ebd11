import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { deflateSync } from 'node:zlib';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { syncFolder } from '../atomic-write.ts';
import type { GitObjectType } from '../import/git/git-object.ts';
import { openPackWriter, type PackWriter } from './pack-writer.ts';

/** Writes into the folder of a git repository: objects that are named by their content, and branches. Nothing is ever overwritten but a branch. */
export interface RepositoryFiles {
  /** Stores an object, durably, and gives its name; one that is there already is left alone. */
  writeObject(type: GitObjectType, data: Buffer): string;
  /** Moves a branch from one commit (null: it does not exist) to another; fails when it is not there any more. */
  moveBranch(branch: string, from: string | null, to: string): Result<null>;
  /** Lets go of what no branch was moved to. */
  close(): void;
}

const OID = /^[0-9a-f]{40}$/;
/** Kinds of repository that a program must know before it may write (gitrepository-layout(5), extensions). */
const HARMLESS_EXTENSIONS = new Set(['noop', 'worktreeconfig', 'preciousobjects']);

/** From so many objects on they are written as one pack: git itself unpacks what it is sent below that (transfer.unpackLimit). */
const PACKED_FROM = 100;

/** Opens the repository in a folder for writing, about so many objects, unless it is of a kind that we do not know. */
export function openRepositoryFiles(folder: string, objects: number): Result<RepositoryFiles> {
  const inner = join(folder, '.git');
  const root = existsSync(inner) ? inner : folder;
  if (!lstatSync(root).isDirectory()) return fail('unsupported', `${folder} is no repository of its own.`);
  const unknown = unknownExtension(root);
  if (unknown)
    return fail('unsupported', `${folder} uses git's "${unknown}", which Codicil does not write yet.`);
  const home = realpathSync(root);
  const touched = new Set<string>();
  const pack = objects < PACKED_FROM ? null : openPackWriter(insideFolder(home, join('objects', 'pack')));
  return ok({
    close: () => pack?.discard(),
    writeObject(type, data) {
      if (pack) return packObject(home, pack, type, data);
      const { oid, written } = writeObject(home, type, data);
      if (written) touched.add(written);
      return oid;
    },
    moveBranch(branch, from, to) {
      pack?.finish();
      for (const written of touched) syncFolder(written); // a branch never names what a power cut could take away
      touched.clear();
      return moveBranch(home, root !== folder, branch, from, to);
    },
  });
}

/** Makes an empty bare repository in a folder that is missing or empty. The first branch pushed becomes its HEAD. */
export function createRepository(folder: string, branch: string): void {
  for (const part of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags'])
    mkdirSync(join(folder, part), { recursive: true });
  writeDurably(join(folder, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
  writeDurably(join(folder, 'HEAD'), `ref: refs/heads/${branch}\n`);
}

function packObject(root: string, pack: PackWriter, type: GitObjectType, data: Buffer): string {
  const oid = createHash('sha1').update(contentOf(type, data)).digest('hex');
  if (!pack.has(oid) && !existsSync(join(root, 'objects', oid.slice(0, 2), oid.slice(2))))
    pack.add(oid, type, data);
  return oid;
}

function contentOf(type: GitObjectType, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${type} ${data.length}\0`), data]);
}

/** Gives the folder that was written into; null when the object was there. */
function writeObject(
  root: string,
  type: GitObjectType,
  data: Buffer,
): { readonly oid: string; readonly written: string | null } {
  const content = contentOf(type, data);
  const oid = createHash('sha1').update(content).digest('hex');
  const folder = insideFolder(root, join('objects', oid.slice(0, 2)));
  const file = join(folder, oid.slice(2));
  if (existsSync(file)) return { oid, written: null };
  replaceDurably(file, deflateSync(content), 0o444);
  return { oid, written: folder };
}

function moveBranch(
  root: string,
  hasWorkTree: boolean,
  branch: string,
  from: string | null,
  to: string,
): Result<null> {
  const name = `refs/heads/${branch}`;
  if (hasWorkTree && readSmall(join(root, 'HEAD')) === `ref: ${name}`)
    return fail('conflict', `The branch ${branch} is checked out there; push to a bare repository.`);
  const file = join(insideFolder(root, dirname(name)), branch.slice(branch.lastIndexOf('/') + 1));
  const lock = `${file}.lock`;
  const held = takeLock(lock);
  if (!held)
    return fail(
      'busy',
      `The branch ${branch} is being written by another program; if none is running, remove ${lock}.`,
    );
  let moved = false;
  try {
    if (readBranch(root, name, file) !== from)
      return fail('conflict', `The branch ${branch} has just been moved by someone else; pull first.`);
    writeDurably(lock, `${to}\n`);
    renameSync(lock, file);
    moved = true;
    syncFolder(dirname(file));
    return ok(null);
  } finally {
    if (!moved) rmSync(lock);
  }
}

/** What a branch points to: its own file, else the list of packed ones; null when there is none. */
function readBranch(root: string, name: string, file: string): string | null {
  const own = readSmall(file);
  if (own !== null) return OID.test(own) ? own : '';
  const line = (readSmall(join(root, 'packed-refs')) ?? '')
    .split('\n')
    .find((candidate) => candidate.slice(41) === name);
  return line?.slice(0, 40) ?? null;
}

/** Makes folders below the repository, none of them a link that leads out of it. */
function insideFolder(root: string, path: string): string {
  let folder = root;
  for (const part of path.split(/[\\/]/)) {
    folder = join(folder, part);
    if (!existsSync(folder)) mkdirSync(folder);
    const real = realpathSync(folder);
    if (real !== root && !real.startsWith(root + sep))
      throw Object.assign(new Error(`${folder} leads out of the repository`), { code: 'EXDEV' });
  }
  return folder;
}

function takeLock(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function unknownExtension(root: string): string | null {
  const config = readSmall(join(root, 'config')) ?? '';
  let section = '';
  for (const line of config.split('\n')) {
    section = /^\s*\[\s*([^\]\s]*)/.exec(line)?.[1]?.toLowerCase() ?? section;
    const key = section === 'extensions' ? /^\s*([\w-]+)\s*=\s*(\S*)/.exec(line) : null;
    if (!key || HARMLESS_EXTENSIONS.has((key[1] ?? '').toLowerCase())) continue;
    if (/^(?:objectformat=sha1|refstorage=files)$/i.test(`${key[1]}=${key[2]}`)) continue;
    return key[1] ?? '';
  }
  return null;
}

/** A small regular file's text, trimmed; null when there is none. */
function readSmall(file: string): string | null {
  return existsSync(file) && lstatSync(file).isFile() ? readFileSync(file, 'utf8').trim() : null;
}

function replaceDurably(file: string, content: Buffer, mode: number): void {
  const beside = join(dirname(file), `tmp_obj_${randomBytes(6).toString('hex')}`);
  try {
    writeDurably(beside, content, mode);
    renameSync(beside, file);
  } finally {
    if (existsSync(beside)) rmSync(beside, { force: true });
  }
}

function writeDurably(file: string, content: string | Buffer, mode = 0o644): void {
  const bytes = Buffer.from(content);
  const descriptor = openSync(file, 'w', mode);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
