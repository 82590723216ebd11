import type { VersionSource } from '../../../shared/model/policy.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { GitCommit } from '../import/git/git-object.ts';
import { canonicalSource, hashEntry, type VersionEntry } from '../store/version-entry.ts';

/** An entry of a policy's chain as a commit carries it, with the names that the policy had when it was pushed. */
export interface SharedVersion extends VersionEntry {
  readonly entryHash: string;
  readonly company: string;
  readonly policy: string;
}

const FORMAT = 'codicil.version/1';
/** The trailers are the last paragraph and begin with this; a note that contains the same words stands before it. */
const TRAILERS = `\n\nCodicil-Format: ${FORMAT}\n`;
const NOBODY = 'Unknown';
const PERSON = /^([^<>\p{Cc}]*[^<>\p{Cc}\s]) <([^<>\s]+@[^<>\s]+)>$/u;
/** Values that are not written as JSON: one line, nothing at the edges that a tool would trim. */
const PLAIN = /^[^\s"\p{Cc}\p{Cs}](?:[^\p{Cc}\p{Cs}]*[^\s\p{Cc}\p{Cs}])?$/u;

/** The content of the commit for a version: its note is the message, its author and date the commit's, everything else stands in trailers. */
export function writeVersionCommit(version: SharedVersion, tree: string, parent: string | null): Buffer {
  const person = personOf(version.author);
  const signature = `${person} ${secondsOf(version.savedAt)} +0000`;
  const asMessage = canBeMessage(version.note);
  const trailers: (readonly [string, string | null])[] = [
    ['Company', version.company],
    ['Policy', version.policy],
    ['Number', String(version.number)],
    ['Effective-Date', version.effectiveDate],
    ['Saved-At', version.savedAt],
    ['Kind', version.kind],
    ['Author', authorOf(person) === version.author ? null : version.author],
    ['Note', asMessage ? null : version.note],
    ['Source', canonicalSource(version.source)],
    ['Text-SHA256', version.textHash],
    ['Previous-SHA256', version.previousHash],
    ['Entry-SHA256', version.entryHash],
  ];
  const lines = trailers.flatMap(([key, value]) =>
    value === null ? [] : [`Codicil-${key}: ${writeValue(key, value)}\n`],
  );
  const head = [`tree ${tree}`, ...(parent ? [`parent ${parent}`] : []), `author ${signature}`];
  const message = asMessage ? version.note : `Version ${version.number}`;
  return Buffer.from(
    `${head.join('\n')}\ncommitter ${signature}\n\n${message}${TRAILERS}${lines.join('')}`,
    'utf8',
  );
}

/** True for a commit that says it carries a version. */
export function isVersionCommit(commit: GitCommit): boolean {
  return commit.message.includes(TRAILERS);
}

/** Reads a version back; fails where the commit carries none, or where its hash shows that something was changed. */
export function readVersionCommit(commit: GitCommit): Result<SharedVersion> {
  const name = `Commit ${commit.oid.slice(0, 10)}`;
  const at = commit.message.lastIndexOf(TRAILERS);
  if (at < 0)
    return fail(
      'unreadable',
      `${name} was not made by Codicil; \`codicil import --git\` takes in other histories.`,
    );
  const fields = readTrailers(commit.message.slice(at + TRAILERS.length));
  const version = fields && toVersion(commit, commit.message.slice(0, at), fields);
  if (!version) return fail('unreadable', `${name} lacks what describes a version, or it cannot be read.`);
  if (hashEntry(version) !== version.entryHash)
    return fail('conflict', `${name} was altered: its version is not the one that was pushed.`);
  return ok(version);
}

function toVersion(
  commit: GitCommit,
  message: string,
  fields: ReadonlyMap<string, string>,
): SharedVersion | null {
  const kind = fields.get('Kind');
  const source = readSource(fields.get('Source') ?? '');
  const [savedAt, textHash, entryHash] = ['Saved-At', 'Text-SHA256', 'Entry-SHA256'].map((key) =>
    fields.get(key),
  );
  if ((kind !== 'editorial' && kind !== 'substantive') || !source || !savedAt || !textHash || !entryHash)
    return null;
  return {
    company: fields.get('Company') ?? '',
    policy: fields.get('Policy') ?? '',
    number: Number(fields.get('Number')),
    effectiveDate: fields.get('Effective-Date') ?? null,
    savedAt,
    author: fields.get('Author') ?? authorOf(`${commit.author} <${commit.email}>`),
    note: fields.get('Note') ?? message,
    kind,
    source,
    textHash,
    previousHash: fields.get('Previous-SHA256') ?? null,
    entryHash,
  };
}

/** Null when a line is no trailer of ours. */
function readTrailers(paragraph: string): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  for (const line of paragraph.trimEnd().split('\n')) {
    const match = /^Codicil-([A-Za-z0-9-]+): (.*)$/s.exec(line);
    const value = match ? readValue(match[1] ?? '', match[2] ?? '') : null;
    if (!match || value === null) return null;
    fields.set(match[1] ?? '', value);
  }
  return fields;
}

/** The source is JSON by itself; other values are JSON strings only where they could not stand in a line. */
function writeValue(key: string, value: string): string {
  return key === 'Source' || PLAIN.test(value) ? value : JSON.stringify(value);
}

function readValue(key: string, written: string): string | null {
  if (key === 'Source' || !written.startsWith('"')) return written;
  const value = parseJson(written);
  return typeof value === 'string' ? value : null;
}

const KINDS: readonly string[] = ['written', 'imported', 'corrected'] satisfies VersionSource['kind'][];

function readSource(written: string): VersionSource | null {
  const value = parseJson(written);
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  return KINDS.includes(String(value.kind)) ? (value as VersionSource) : null;
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** A note that git shows as it stands and gives back as it was. */
function canBeMessage(note: string): boolean {
  return !/\p{Cs}/u.test(note) && /^\S/u.test(note) && !note.includes('\0');
}

/** `Name <address>` as a commit needs it: a name that is not empty, nothing that would end it. */
function personOf(author: string): string {
  if (PERSON.test(author)) return author;
  const name = author.replace(/[<>\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return `${name || NOBODY} <>`;
}

/** The author that a commit's person stands for. */
function authorOf(person: string): string {
  return person.replace(/ <>$/, '');
}

/** Seconds since 1970; what cannot be a date of git's stands in the trailer only. */
function secondsOf(savedAt: string): number {
  const seconds = Math.floor(Date.parse(savedAt) / 1000);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}
