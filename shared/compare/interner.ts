/** Distinct words of two short policies; the tables double as more come. */
const FIRST_WORDS = 2048;

/**
 * Gives each distinct string a small number, so that comparison works on integers. An own table of hashes instead of a `Map` of
 * strings: a token that is known needs no string made of it, which took half of the tokeniser's time.
 */
export class Interner {
  readonly words: string[] = [];
  #hashes = new Int32Array(FIRST_WORDS);
  /** Id + 1 at the place that a hash points to, or at the next free one behind it; 0 where free. */
  #slots = new Int32Array(2 * FIRST_WORDS);

  /** The id of `text.slice(from, to)`, of which `hash` is the hash: equal for equal characters. */
  idOf(text: string, from: number, to: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const id = (this.#slots[slot] ?? 0) - 1;
      if (id < 0) return this.#add(text.slice(from, to), hash, slot);
      if (this.#hashes[id] === hash && this.#isAt(id, text, from, to)) return id;
    }
  }

  #isAt(id: number, text: string, from: number, to: number): boolean {
    const word = this.words[id] ?? '';
    return word.length === to - from && text.startsWith(word, from);
  }

  #add(word: string, hash: number, slot: number): number {
    const id = this.words.length;
    this.words.push(word);
    this.#hashes[id] = hash;
    this.#slots[slot] = id + 1;
    if (id + 1 === this.#hashes.length) this.#grow();
    return id;
  }

  #grow(): void {
    const count = this.#hashes.length;
    const hashes = new Int32Array(2 * count);
    hashes.set(this.#hashes);
    const slots = new Int32Array(4 * count);
    for (let id = 0; id < count; id++) {
      let slot = spread(hashes[id] ?? 0) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = id + 1;
    }
    this.#hashes = hashes;
    this.#slots = slots;
  }
}

/** The hash of a string that `hash` is the hash of, with one more unit behind it. */
export function hashWith(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0;
}

/** Carries the high bits down to the low ones, which choose the place in a table (the finaliser of MurmurHash3, shortened). */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 16);
}
