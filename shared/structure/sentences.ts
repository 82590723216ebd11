import type { TextRange } from '../model/text.ts';

/** Short forms whose full stop ends no sentence. Company forms are here because what follows them may begin in capitals. */
const ABBREVIATION =
  /(?:^|[\s(“"'‘/–-])(?:[A-Z]|[A-Za-z]\.[A-Za-z]|(?:[A-Za-z]\.){2,}|e\.g|i\.e|etc|vs|cf|approx|incl|no|nos|art|arts|sec|secs|para|cl|ch|fig|vol|p|pp|mr|mrs|ms|dr|prof|st|ave|blvd|rd|ste|dept|attn|tel|inc|ltd|corp|co|llc|b\.v|n\.v|s\.a|s\.r\.l|s\.p\.a|gmbh|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|f\/?k\/?a)$/i;
const BOUNDARY = /([.!?…]+)(["”’')\]»]*)(\s+|$)/g;

/** Cuts running text into sentences; line feeds cut as well. Ranges cover the sentences without the space between them. */
export function splitSentences(text: string): TextRange[] {
  const sentences: TextRange[] = [];
  let at = 0;
  const push = (to: number): void => {
    const from = at + (text.slice(at, to).match(/^\s*/)?.[0].length ?? 0);
    const trimmed = from + text.slice(from, to).trimEnd().length;
    if (trimmed > from) sentences.push({ from, to: trimmed });
    at = to;
  };
  for (const lineEnd of lineEnds(text)) {
    const line = text.slice(at, lineEnd);
    const lineAt = at;
    for (const match of line.matchAll(BOUNDARY)) {
      const end = lineAt + match.index + match[0].length;
      if (end < lineEnd && !endsSentence(text, lineAt + match.index, match[1] ?? '', end)) continue;
      push(end);
    }
    push(lineEnd);
  }
  return sentences;
}

function* lineEnds(text: string): Generator<number> {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) yield at;
  yield text.length;
}

function endsSentence(text: string, stop: number, stops: string, next: number): boolean {
  const following = text.slice(next, next + 2);
  if (/^\p{Ll}/u.test(following)) return false;
  return stops !== '.' || !ABBREVIATION.test(text.slice(Math.max(0, stop - 12), stop));
}
