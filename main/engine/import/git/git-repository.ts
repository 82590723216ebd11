import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import { type ConfinedFiles, openConfinedFiles } from './confined-files.ts';
import { type GitObject, type GitObjectType, MAX_OBJECT_BYTES } from './git-object.ts';
import { openPackFile, type PackFile } from './pack-file.ts';

/**
 * A repository as a store of objects. No program is run, no configuration, hook, attribute, replacement or alternate is read, and nothing
 * outside its folder: what a hostile repository could do through git, it cannot do here.
 */
export interface GitRepository {
  /** An object whose content has its name; null when it is missing, damaged or too large. */
  read(oid: string): GitObject | null;
  /** The commit that a branch, a tag or an id means; null when there is none. */
  resolve(revision: string): string | null;
  /** The names of the branches, in order, without `refs/heads/`. */
  branches(): readonly string[];
}

/** The index of some millions of objects. */
const INDEX_LIMIT_BYTES = 256 * 1024 * 1024;
/** More branches than this are not for people. */
const MAX_BRANCHES = 10_000;
const OID = /^[0-9a-f]{40}$/;
const MAX_REF_DEPTH = 8;

/** Opens the repository in a folder: its `.git`, or the folder itself when it is a bare one. */
export function openGitRepository(folder: string): Result<GitRepository> {
  if (!existsSync(folder)) return fail('not-found', `${folder} does not exist.`);
  const outer = openConfinedFiles(folder);
  const bare = !outer.hasFolder('.git') && outer.hasFolder('objects') && outer.read('HEAD') !== null;
  if (!bare && !outer.hasFolder('.git/objects'))
    return fail('unreadable', `${folder} is not a git repository that can be read.`);
  const prefix = bare ? '' : '.git/';
  const packs = openPacks(outer, prefix);
  const read = (oid: string): GitObject | null => readChecked(oid, outer, prefix, packs, read);
  return ok({
    read,
    resolve: (revision) => resolveRevision(outer, prefix, read, revision),
    branches: () => listBranches(outer, prefix),
  });
}

function openPacks(files: ConfinedFiles, prefix: string): PackFile[] {
  const folder = `${prefix}objects/pack`;
  return files
    .list(folder)
    .filter((name) => /^pack-[0-9a-f]{40}\.idx$/.test(name))
    .flatMap((name) => {
      const index = files.read(`${folder}/${name}`, INDEX_LIMIT_BYTES);
      const pack = files.open(`${folder}/${name.replace(/idx$/, 'pack')}`);
      const opened = index && pack ? openPackFile(index, pack) : null;
      return opened ? [opened] : [];
    });
}

function readChecked(
  oid: string,
  files: ConfinedFiles,
  prefix: string,
  packs: readonly PackFile[],
  readBase: (oid: string) => GitObject | null,
): GitObject | null {
  if (!OID.test(oid)) return null;
  for (const pack of packs) {
    const offset = pack.find(oid);
    const object = offset === null ? null : pack.readAt(offset, readBase);
    if (object && nameOf(object) === oid) return object;
  }
  const loose = readLoose(files.read(`${prefix}objects/${oid.slice(0, 2)}/${oid.slice(2)}`));
  return loose && nameOf(loose) === oid ? loose : null;
}

function nameOf({ type, data }: GitObject): string {
  return createHash('sha1').update(`${type} ${data.length}\0`).update(data).digest('hex');
}

function readLoose(packed: Buffer | null): GitObject | null {
  if (!packed) return null;
  const raw = inflateWithin(packed);
  const zero = raw?.indexOf(0) ?? -1;
  if (!raw || zero < 0) return null;
  const match = /^(commit|tree|blob|tag) \d+$/.exec(raw.toString('latin1', 0, zero));
  return match ? { type: match[1] as GitObjectType, data: raw.subarray(zero + 1) } : null;
}

function inflateWithin(packed: Buffer): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: MAX_OBJECT_BYTES });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null; // zlib names the damage, or the limit, in `code`
    throw error;
  }
}

function resolveRevision(
  files: ConfinedFiles,
  prefix: string,
  read: (oid: string) => GitObject | null,
  revision: string,
): string | null {
  const names = ['', 'refs/heads/', 'refs/tags/', 'refs/remotes/', 'refs/remotes/origin/'].map(
    (place) => place + revision,
  );
  for (const name of OID.test(revision) ? [revision] : names) {
    const oid = followRef(files, prefix, name, 0);
    const commit = oid && peel(read, oid);
    if (commit) return commit;
  }
  return null;
}

function followRef(files: ConfinedFiles, prefix: string, name: string, depth: number): string | null {
  if (OID.test(name)) return name;
  // Only names that git itself would make: nothing that leads out of the folder of refs.
  if (depth > MAX_REF_DEPTH || !/^(?:HEAD|refs\/[^\s\\:?*[~^]+)$/.test(name) || name.includes('..'))
    return null;
  const content = files
    .read(prefix + name)
    ?.toString('utf8')
    .trim();
  if (content?.startsWith('ref: ')) return followRef(files, prefix, content.slice(5).trim(), depth + 1);
  if (content && OID.test(content)) return content;
  const packed = files.read(`${prefix}packed-refs`)?.toString('utf8') ?? '';
  const line = packed.split('\n').find((candidate) => candidate.slice(41) === name);
  return line && OID.test(line.slice(0, 40)) ? line.slice(0, 40) : null;
}

function listBranches(files: ConfinedFiles, prefix: string): string[] {
  const root = 'refs/heads';
  const packed = files.read(`${prefix}packed-refs`)?.toString('utf8') ?? '';
  const found = new Set(
    packed.split('\n').flatMap((line) => (line.startsWith(`${root}/`, 41) ? [line.slice(41)] : [])),
  );
  const visit = (folder: string, depth: number): void => {
    for (const name of files.list(prefix + folder)) {
      const path = `${folder}/${name}`;
      if (found.size >= MAX_BRANCHES) return;
      if (!files.hasFolder(prefix + path)) found.add(path);
      else if (depth < MAX_REF_DEPTH) visit(path, depth + 1);
    }
  };
  visit(root, 0);
  return [...found].map((name) => name.slice(root.length + 1)).sort();
}

/** An annotated tag stands for the commit it names. */
function peel(read: (oid: string) => GitObject | null, oid: string): string | null {
  let current = oid;
  for (let depth = 0; depth < MAX_REF_DEPTH; depth++) {
    const object = read(current);
    if (object?.type === 'commit') return current;
    const target =
      object?.type === 'tag' ? /^object ([0-9a-f]{40})\n/.exec(object.data.toString('latin1'))?.[1] : null;
    if (!target) return null;
    current = target;
  }
  return null;
}
