import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { syncFolder } from '../atomic-write.ts';
import type { GitObjectType } from '../import/git/git-object.ts';

/** Writes many objects as one pack file with its index (gitformat-pack(5), version 2 of both), not compressed against each other. */
export interface PackWriter {
  /** Adds an object that is not in the pack yet. */
  add(oid: string, type: GitObjectType, data: Buffer): void;
  has(oid: string): boolean;
  /** Puts pack and index in place, durably; nothing where nothing was added. */
  finish(): void;
  /** Takes away what was not finished. */
  discard(): void;
}

interface Entry {
  readonly oid: string;
  readonly offset: number;
  readonly crc: number;
}

const TYPE_CODES: Readonly<Record<GitObjectType, number>> = { commit: 1, tree: 2, blob: 3, tag: 4 };
const HEADER_BYTES = 12;
const COUNT_AT = 8;
const READ_BYTES = 1 << 20;
/** Offsets of an index have 31 bits, unless they stand in a table of their own, which no push of texts needs. */
const MOST_BYTES = 0x7fffffff;
const READ_ONLY = 0o444;

/** Begins a pack in the `objects/pack` folder of a repository. Throws what the system says when it cannot be written. */
export function openPackWriter(folder: string): PackWriter {
  const beside = join(folder, `tmp_pack_${randomBytes(6).toString('hex')}`);
  const besideIndex = `${beside}.idx`;
  const descriptor = openSync(beside, 'wx+', READ_ONLY);
  const entries = new Map<string, Entry>();
  let end = 0;
  let open = true;
  const append = (bytes: Buffer): void => {
    writeFully(descriptor, bytes);
    end += bytes.length;
  };
  const discard = (): void => {
    if (open) closeSync(descriptor);
    open = false;
    for (const file of [beside, besideIndex]) rmSync(file, { force: true });
  };
  append(packHeader(0));
  return {
    has: (oid) => entries.has(oid),
    add(oid, type, data) {
      const bytes = Buffer.concat([entryHeader(type, data.length), deflateSync(data)]);
      if (end + bytes.length > MOST_BYTES)
        throw Object.assign(new Error('A push of more than 2 GB'), { code: 'EFBIG' });
      entries.set(oid, { oid, offset: end, crc: crc32(bytes) });
      append(bytes);
    },
    finish() {
      if (entries.size === 0) return discard();
      writeSync(descriptor, packHeader(entries.size).subarray(COUNT_AT), 0, 4, COUNT_AT);
      const checksum = hashFile(descriptor, end);
      append(checksum);
      fsyncSync(descriptor);
      closeSync(descriptor);
      open = false;
      const index = openSync(besideIndex, 'wx', READ_ONLY);
      try {
        writeFully(index, packIndex([...entries.values()], checksum));
        fsyncSync(index);
      } finally {
        closeSync(index);
      }
      const name = join(folder, `pack-${checksum.toString('hex')}`);
      // A reader looks for the index first: it comes last.
      renameSync(beside, `${name}.pack`);
      renameSync(besideIndex, `${name}.idx`);
      syncFolder(folder);
    },
    discard,
  };
}

function packHeader(objects: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PACK', 'latin1');
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(objects, COUNT_AT);
  return header;
}

/** Type and length: four bits of the length beside the type, then seven a byte, lowest first. */
function entryHeader(type: GitObjectType, length: number): Buffer {
  const bytes: number[] = [];
  let rest = Math.floor(length / 16);
  let byte = (TYPE_CODES[type] << 4) | (length % 16);
  while (rest > 0) {
    bytes.push(byte | 0x80);
    byte = rest % 128;
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, byte]);
}

/** Fan-out, names, checksums and offsets, each in the order of the names, then both files' checksums. */
function packIndex(entries: readonly Entry[], packChecksum: Buffer): Buffer {
  const sorted = [...entries].sort((x, y) => (x.oid < y.oid ? -1 : 1));
  const head = Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]);
  const fanOut = Buffer.alloc(256 * 4);
  const counts = new Uint32Array(256);
  for (const { oid } of sorted) {
    const first = Number.parseInt(oid.slice(0, 2), 16);
    counts[first] = (counts[first] ?? 0) + 1;
  }
  let total = 0;
  for (let first = 0; first < 256; first++) {
    total += counts[first] ?? 0;
    fanOut.writeUInt32BE(total, first * 4);
  }
  const names = Buffer.from(sorted.map(({ oid }) => oid).join(''), 'hex');
  const body = Buffer.concat([
    head,
    fanOut,
    names,
    uint32s(sorted.map(({ crc }) => crc)),
    uint32s(sorted.map(({ offset }) => offset)),
    packChecksum,
  ]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
}

function uint32s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
  return bytes;
}

/** The count of objects stands in the header and is known last, so the whole is read once more. */
function hashFile(descriptor: number, length: number): Buffer {
  const hash = createHash('sha1');
  const buffer = Buffer.alloc(READ_BYTES);
  for (let at = 0; at < length; ) {
    const read = readSync(descriptor, buffer, 0, Math.min(READ_BYTES, length - at), at);
    if (read === 0) throw new Error('The pack is shorter than what was written');
    hash.update(buffer.subarray(0, read));
    at += read;
  }
  return hash.digest();
}

function writeFully(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
