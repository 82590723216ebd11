import type { PassageAnchor } from './alignment.ts';
import type { Passage } from './passages.ts';
import type { Word } from './words.ts';

/** The anchor of a passage: its headings and a hash of its words, so that reflow and typography change nothing. */
export function anchorOf(words: readonly Word[], passage: Passage): PassageAnchor {
  return { path: passage.path, hash: hashWords(words, passage.fromWord, passage.toWord) };
}

/**
 * Finds the passage an anchor means in a later version: the same words under the same headings, else the same words anywhere
 * (it was moved), else the same headings (it was edited). Ambiguous or gone gives -1.
 */
export function findAnchor(anchors: readonly PassageAnchor[], wanted: PassageAnchor): number {
  const path = pathKey(wanted.path);
  const candidates = [
    anchors.filter((anchor) => anchor.hash === wanted.hash && pathKey(anchor.path) === path),
    anchors.filter((anchor) => anchor.hash === wanted.hash),
    wanted.path.length ? anchors.filter((anchor) => pathKey(anchor.path) === path) : [],
  ].find((found) => found.length > 0);
  const only = candidates?.length === 1 ? candidates[0] : undefined;
  return only ? anchors.indexOf(only) : -1;
}

function pathKey(path: readonly string[]): string {
  return path.map((heading) => heading.toLowerCase()).join('\n');
}

/** Two 32-bit FNV-1a hashes with different seeds, 64 bits in all, as 16 hex digits. Not for security. */
function hashWords(words: readonly Word[], from: number, to: number): string {
  let high = 0x811c9dc5;
  let low = 0x1000193;
  for (let at = from; at < to; at++) {
    const text = words[at]?.text ?? '';
    for (let index = 0; index <= text.length; index++) {
      const code = index < text.length ? text.charCodeAt(index) : 32;
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul(low ^ code, 0x01000193) + 0x9e37;
    }
  }
  return hex(high) + hex(low);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
