import { countWords } from '../../../shared/model/text.ts';

/** A word never crosses a line end, so counts of lines add up; more lines than this are not remembered. */
const MAX_REMEMBERED = 50_000;

/** Counts the words of texts that resemble each other: each line that an earlier text had is counted once. */
export function openWordCounter(): (text: string) => number {
  let known = new Map<string, number>();
  return (text) => {
    let words = 0;
    for (const line of text.split('\n')) {
      let count = known.get(line);
      if (count === undefined) {
        count = countWords(line);
        if (known.size >= MAX_REMEMBERED) known = new Map();
        // A copy: a slice would keep the whole text alive that it was cut from.
        known.set(` ${line}`.slice(1), count);
      }
      words += count;
    }
    return words;
  };
}
