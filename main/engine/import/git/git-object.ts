export type GitObjectType = 'commit' | 'tree' | 'blob' | 'tag';

export interface GitObject {
  readonly type: GitObjectType;
  readonly data: Buffer;
}

/** No policy, tree or commit is larger; what is, is left unread. */
export const MAX_OBJECT_BYTES = 50 * 1024 * 1024;

export interface GitCommit {
  readonly oid: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly email: string;
  /** Author date in seconds since 1970, and its offset from UTC in minutes. */
  readonly authoredAt: number;
  readonly offsetMinutes: number;
  readonly committedAt: number;
  readonly message: string;
}

export interface GitTreeEntry {
  readonly name: string;
  readonly oid: string;
  readonly kind: 'file' | 'folder' | 'other';
}

const PERSON = /^(.*?) ?<([^>\n]*)> (-?\d+) ([+-])(\d{2})(\d{2})$/;

/** Reads a commit; null when it lacks a tree or a readable author. */
export function parseCommit(oid: string, data: Buffer): GitCommit | null {
  const text = data.toString('utf8');
  const end = text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  const lines = head.split('\n');
  const fieldOf = (key: string): string =>
    lines.find((line) => line.startsWith(`${key} `))?.slice(key.length + 1) ?? '';
  const tree = fieldOf('tree');
  const author = PERSON.exec(fieldOf('author'));
  const committer = PERSON.exec(fieldOf('committer'));
  if (!/^[0-9a-f]{40}$/.test(tree) || !author) return null;
  const [, name = '', email = '', seconds, sign, hours, minutes] = author;
  return {
    oid,
    tree,
    parents: lines.filter((line) => /^parent [0-9a-f]{40}$/.test(line)).map((line) => line.slice(7)),
    author: name,
    email,
    authoredAt: Number(seconds),
    offsetMinutes: (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)),
    committedAt: Number(committer?.[3] ?? seconds),
    message: end < 0 ? '' : text.slice(end + 2),
  };
}

/** Reads a tree. Names that no file can have (with a slash, `..`, `.git`) are left out; null when the tree is malformed. */
export function parseTree(data: Buffer): GitTreeEntry[] | null {
  const entries: GitTreeEntry[] = [];
  for (let at = 0; at < data.length; ) {
    const space = data.indexOf(0x20, at);
    const zero = data.indexOf(0, space);
    if (space < 0 || zero < 0 || zero + 21 > data.length) return null;
    const name = data.toString('utf8', space + 1, zero);
    const oid = data.toString('hex', zero + 1, zero + 21);
    if (isSafeName(name)) entries.push({ name, oid, kind: kindOf(data.toString('latin1', at, space)) });
    at = zero + 21;
  }
  return entries;
}

function kindOf(mode: string): GitTreeEntry['kind'] {
  if (mode === '40000' || mode === '040000') return 'folder';
  return mode.startsWith('100') ? 'file' : 'other'; // links and submodules lead elsewhere
}

function isSafeName(name: string): boolean {
  return (
    name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name) && name.toLowerCase() !== '.git'
  );
}
