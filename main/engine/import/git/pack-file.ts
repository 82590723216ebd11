import { inflateSync } from 'node:zlib';
import { applyDelta } from './apply-delta.ts';
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

/** Opens a pack from the bytes of both files; null when the index is of another version, too short, or of another pack. */
export function openPackFile(index: Buffer, pack: Buffer): PackFile | null {
  if (index.length < NAMES_AT || index.readUInt32BE(0) !== INDEX_MAGIC || index.readUInt32BE(4) !== 2)
    return null;
  const count = index.readUInt32BE(NAMES_AT - 4);
  const offsetsAt = NAMES_AT + count * (OID_BYTES + 4);
  if (index.length < offsetsAt + count * 4 || pack.length < 32 || pack.toString('latin1', 0, 4) !== 'PACK')
    return null;
  // The index ends with the pack's own last bytes, its checksum: a pack cut short or exchanged is not the one indexed.
  if (
    index.compare(
      pack,
      pack.length - OID_BYTES,
      pack.length,
      index.length - 2 * OID_BYTES,
      index.length - OID_BYTES,
    )
  )
    return null;
  const cache = openObjectCache();
  return {
    find: (oid) => findOffset(index, count, offsetsAt, Buffer.from(oid, 'hex')),
    readAt: (offset, baseByOid) => readAt(pack, offset, baseByOid, cache),
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
  pack: Buffer,
  from: number,
  baseByOid: (oid: string) => GitObject | null,
  cache: ObjectCache,
): GitObject | null {
  const deltas: Delta[] = [];
  let base: GitObject | null | undefined;
  for (let offset = from; !base; ) {
    base = cache.get(offset);
    if (base) break;
    const entry = readHeader(pack, offset);
    const data = entry && inflate(pack, entry.dataAt);
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
  readonly dataAt: number;
  /** Offset of the base of an offset delta; -1 otherwise. */
  readonly baseAt: number;
  readonly baseOid: string;
}

function readHeader(pack: Buffer, offset: number): EntryHeader | null {
  if (offset < 12 || offset + 32 > pack.length) return null;
  let at = offset;
  let byte = pack[at++] ?? 0;
  const type = (byte >> 4) & 7;
  while (byte & 0x80) byte = pack[at++] ?? 0; // the size, which inflating gives as well
  if (type === NAMED_DELTA)
    return { type, dataAt: at + OID_BYTES, baseAt: -1, baseOid: pack.toString('hex', at, at + OID_BYTES) };
  if (type !== OFFSET_DELTA) return { type, dataAt: at, baseAt: -1, baseOid: '' };
  byte = pack[at++] ?? 0;
  let back = byte & 0x7f;
  while (byte & 0x80) {
    byte = pack[at++] ?? 0;
    back = (back + 1) * 128 + (byte & 0x7f);
  }
  return { type, dataAt: at, baseAt: offset - back, baseOid: '' };
}

function inflate(pack: Buffer, at: number): Buffer | null {
  try {
    return inflateSync(pack.subarray(at), { maxOutputLength: MAX_OBJECT_BYTES, chunkSize: 64 * 1024 });
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
