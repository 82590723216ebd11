import { inflateSync } from 'node:zlib';
import { applyDelta } from './apply-delta.ts';
import type { ReadableParts } from './confined-files.ts';
import type { GitObject, GitObjectType } from './git-object.ts';
import { MAX_OBJECT_BYTES } from './git-object.ts';

/** One pack with its index (gitformat-pack(5), version 2 of both). */
export interface PackFile {
  /** Where an object lies; null when it is not in this pack. */
  find(oid: string): number | null;
  /** The object at an offset; null when it is damaged or too large. `baseByOid` finds bases named by id. */
  readAt(offset: number, baseByOid: (oid: string) => GitObject | null): GitObject | null;
}

const INDEX_MAGIC = 0xff744f63;
const FANOUT_AT = 8;
const NAMES_AT = FANOUT_AT + 256 * 4;
const OID_BYTES = 20;
const TYPES: Readonly<Record<number, GitObjectType>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' };
const OFFSET_DELTA = 6;
const NAMED_DELTA = 7;
/** git itself makes chains of 50, 250 at the most; longer ones are made to exhaust a reader. */
const MAX_CHAIN = 4096;
/** Neighbouring versions share their bases, so a few megabytes of them save most of the work. */
const CACHE_BYTES = 48 * 1024 * 1024;

/** The header of an entry: its size in at most ten bytes, then an offset or a name. */
const HEADER_BYTES = 32;

/** Opens a pack from its index and the file, of which only what is asked for is read; null when the index is of another version, too short, or of another pack. */
export function openPackFile(index: Buffer, pack: ReadableParts): PackFile | null {
  if (index.length < NAMES_AT || index.readUInt32BE(0) !== INDEX_MAGIC || index.readUInt32BE(4) !== 2)
    return null;
  const count = index.readUInt32BE(NAMES_AT - 4);
  const offsetsAt = NAMES_AT + count * (OID_BYTES + 4);
  if (index.length < offsetsAt + count * 4 || pack.length < 32) return null;
  if (pack.read(0, 4).toString('latin1') !== 'PACK') return null;
  // The index ends with the pack's own last bytes, its checksum: a pack cut short or exchanged is not the one indexed.
  const checksum = pack.read(pack.length - OID_BYTES, pack.length);
  if (checksum.compare(index, index.length - 2 * OID_BYTES, index.length - OID_BYTES)) return null;
  const opened: OpenPack = {
    pack,
    cache: openObjectCache(),
    endOf: entryEnds(index, offsetsAt, count, pack.length - OID_BYTES),
  };
  return {
    find: (oid) => findOffset(index, count, offsetsAt, Buffer.from(oid, 'hex')),
    readAt: (offset, baseByOid) => readAt(opened, offset, baseByOid),
  };
}

interface OpenPack {
  readonly pack: ReadableParts;
  readonly cache: ObjectCache;
  /** Where the entry at an offset ends; -1 for an offset at which the index knows none. */
  endOf(offset: number): number;
}

/** Entries lie one after the other: each ends where the next begins, so that no more than the entry is ever read. */
function entryEnds(index: Buffer, offsetsAt: number, count: number, end: number): (offset: number) => number {
  let sorted: Float64Array | null = null;
  return (offset) => {
    sorted ??= Float64Array.from(
      { length: count },
      (_, at) => readOffset(index, offsetsAt, count, at) ?? -1,
    ).sort();
    let low = 0;
    for (let high = count; low < high; ) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return sorted[low] === offset ? (sorted[low + 1] ?? end) : -1;
  };
}

function findOffset(index: Buffer, count: number, offsetsAt: number, oid: Buffer): number | null {
  const first = oid[0] ?? 0;
  let low = first === 0 ? 0 : index.readUInt32BE(FANOUT_AT + (first - 1) * 4);
  let high = Math.min(count, index.readUInt32BE(FANOUT_AT + first * 4));
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = NAMES_AT + middle * OID_BYTES;
    const order = index.compare(oid, 0, OID_BYTES, at, at + OID_BYTES);
    if (order === 0) return readOffset(index, offsetsAt, count, middle);
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return null;
}

/** Offsets beyond 2 GiB stand in a table of their own. */
function readOffset(index: Buffer, offsetsAt: number, count: number, position: number): number | null {
  const offset = index.readUInt32BE(offsetsAt + position * 4);
  if (offset < 0x80000000) return offset;
  const at = offsetsAt + count * 4 + (offset - 0x80000000) * 8;
  return at + 8 <= index.length ? Number(index.readBigUInt64BE(at)) : null;
}

interface ObjectCache {
  get(offset: number): GitObject | undefined;
  put(offset: number, object: GitObject): void;
}

interface Delta {
  readonly offset: number;
  readonly instructions: Buffer;
}

function readAt(
  { pack, cache, endOf }: OpenPack,
  from: number,
  baseByOid: (oid: string) => GitObject | null,
): GitObject | null {
  const deltas: Delta[] = [];
  let base: GitObject | null | undefined;
  for (let offset = from; !base; ) {
    base = cache.get(offset);
    if (base) break;
    const end = endOf(offset);
    // Deflate never makes anything much larger, so an entry of this size unpacks to more than is read.
    if (end < 0 || end - offset > 2 * MAX_OBJECT_BYTES) return null;
    const bytes = pack.read(offset, Math.max(end, Math.min(offset + HEADER_BYTES, pack.length)));
    const entry = readHeader(bytes, offset);
    const data = entry && entry.size <= MAX_OBJECT_BYTES ? inflate(bytes.subarray(entry.dataAt)) : null;
    if (!entry || !data || deltas.length > MAX_CHAIN) return null;
    const type = TYPES[entry.type];
    if (type) {
      base = { type, data };
      cache.put(offset, base);
    } else {
      deltas.push({ offset, instructions: data });
      if (entry.baseOid) base = baseByOid(entry.baseOid);
      if (entry.baseOid && !base) return null;
      offset = entry.baseAt;
    }
  }
  return applyAll(base, deltas, cache);
}

function applyAll(base: GitObject, deltas: readonly Delta[], cache: ObjectCache): GitObject | null {
  let object = base;
  for (const { offset, instructions } of [...deltas].reverse()) {
    const data = applyDelta(object.data, instructions, MAX_OBJECT_BYTES);
    if (!data) return null;
    object = { type: object.type, data };
    cache.put(offset, object);
  }
  return object;
}

interface EntryHeader {
  readonly type: number;
  /** Bytes that the data unpacks to, as the entry says. */
  readonly size: number;
  /** Where the packed data begins, from the entry's start. */
  readonly dataAt: number;
  /** Offset of the base of an offset delta; -1 otherwise. */
  readonly baseAt: number;
  readonly baseOid: string;
}

function readHeader(bytes: Buffer, offset: number): EntryHeader | null {
  if (bytes.length < HEADER_BYTES) return null;
  let at = 0;
  let byte = bytes[at++] ?? 0;
  const type = (byte >> 4) & 7;
  let size = byte & 0x0f;
  for (let factor = 16; byte & 0x80; factor *= 128) {
    byte = bytes[at++] ?? 0;
    size += (byte & 0x7f) * factor;
  }
  if (type === NAMED_DELTA)
    return {
      type,
      size,
      dataAt: at + OID_BYTES,
      baseAt: -1,
      baseOid: bytes.toString('hex', at, at + OID_BYTES),
    };
  if (type !== OFFSET_DELTA) return { type, size, dataAt: at, baseAt: -1, baseOid: '' };
  byte = bytes[at++] ?? 0;
  let back = byte & 0x7f;
  while (byte & 0x80) {
    byte = bytes[at++] ?? 0;
    back = (back + 1) * 128 + (byte & 0x7f);
  }
  return { type, size, dataAt: at, baseAt: offset - back, baseOid: '' };
}

function inflate(packed: Buffer): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: MAX_OBJECT_BYTES, chunkSize: 64 * 1024 });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null; // zlib names the damage, or the limit, in `code`
    throw error;
  }
}

function openObjectCache(): ObjectCache {
  const objects = new Map<number, GitObject>();
  let bytes = 0;
  return {
    get(offset) {
      const object = objects.get(offset);
      if (object) {
        objects.delete(offset); // and put last, so that the ones used longest ago go first
        objects.set(offset, object);
      }
      return object;
    },
    put(offset, object) {
      if (objects.has(offset)) return;
      objects.set(offset, object);
      bytes += object.data.length;
      for (const [oldest, { data }] of objects) {
        if (bytes <= CACHE_BYTES) break;
        objects.delete(oldest);
        bytes -= data.length;
      }
    },
  };
}
