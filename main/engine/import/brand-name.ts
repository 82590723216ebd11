/** Words of file and folder names that say what kind of document it is, never whose. */
const KIND_WORD =
  /^(?:privacy|policy|policies|cookies?|terms|tos|conditions|service|use|legal|notice|statement|agreement|eula|dpa|data|processing|guidelines|the|and|of|for|final|draft|copy|new|old|en|us|uk|eu|v\d*|\d+)$/iu;
/** Below this a writing of the name may be a mention of somebody else. */
const MIN_MENTIONS = 3;

/**
 * The name that a text gives itself where its file or folder is called so: "acmeworks-2020.txt" and a text that says "AcmeWorks"
 * throughout. Names are tried in the order given; empty where the text says none of them often enough.
 */
export function brandName(text: string, names: readonly string[]): string {
  for (const name of names) {
    const wanted = identifyingWords(name).join('').toLowerCase();
    const found = wanted.length >= 3 ? mostUsedWriting(text, wanted) : '';
    if (found) return found;
  }
  return '';
}

function identifyingWords(name: string): string[] {
  return name.split(/[\s_.-]+/u).filter((word) => word && !KIND_WORD.test(word));
}

/** The commonest capitalised writing of one to three words that together spell `wanted`. */
function mostUsedWriting(text: string, wanted: string): string {
  const counts = new Map<string, number>();
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  words.forEach((_, at) => {
    const written = spelling(text, words, at, wanted);
    if (/^\p{Lu}/u.test(written)) counts.set(written, (counts.get(written) ?? 0) + 1);
  });
  const [best] = [...counts].sort((x, y) => y[1] - x[1]);
  return best && best[1] >= MIN_MENTIONS ? best[0] : '';
}

/** The text's own writing from the word at `at` on, if up to three words from there spell `wanted`; else empty. */
function spelling(text: string, words: readonly RegExpExecArray[], at: number, wanted: string): string {
  let joined = '';
  const from = words[at]?.index ?? 0;
  for (const word of words.slice(at, at + 3)) {
    joined += word[0].toLowerCase();
    if (joined === wanted) return text.slice(from, word.index + word[0].length).replace(/\s+/gu, ' ');
    if (!wanted.startsWith(joined)) return '';
  }
  return '';
}
