/** Applies git's delta instructions to a base; null when they do not fit it or the result is larger than `limit`. */
export function applyDelta(base: Buffer, delta: Buffer, limit: number): Buffer | null {
  const [baseSize, afterBase] = readSize(delta, 0);
  const [size, start] = readSize(delta, afterBase);
  if (baseSize !== base.length || size > limit) return null;
  const out = Buffer.allocUnsafe(size);
  let to = 0;
  for (let at = start; at < delta.length; ) {
    const code = delta[at++] ?? 0;
    if (code & 0x80) {
      const [from, afterOffset] = readPart(delta, at, code, 4);
      const [length, afterLength] = readPart(delta, afterOffset, code >> 4, 3);
      at = afterLength;
      const bytes = length === 0 ? 0x10000 : length;
      if (from + bytes > base.length || to + bytes > size) return null;
      to += base.copy(out, to, from, from + bytes);
    } else {
      if (code === 0 || at + code > delta.length || to + code > size) return null;
      to += delta.copy(out, to, at, at + code);
      at += code;
    }
  }
  return to === size ? out : null;
}

function readSize(delta: Buffer, from: number): readonly [size: number, at: number] {
  let size = 0;
  let factor = 1;
  for (let at = from; at < delta.length; factor *= 128) {
    const byte = delta[at++] ?? 0;
    size += (byte & 0x7f) * factor;
    if (!(byte & 0x80)) return [size, at];
  }
  return [-1, delta.length];
}

/** A number of up to `bytes` bytes, of which the low bits of `code` say which are there. */
function readPart(
  delta: Buffer,
  from: number,
  code: number,
  bytes: number,
): readonly [value: number, at: number] {
  let value = 0;
  let at = from;
  for (let byte = 0; byte < bytes; byte++)
    if (code & (1 << byte)) value += (delta[at++] ?? 0) * 2 ** (8 * byte);
  return [value, at];
}
