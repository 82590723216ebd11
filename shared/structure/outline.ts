import { countWords } from '../model/text.ts';
import type { Section } from './inspection.ts';
import type { Passage, Reading } from './reading.ts';
import { readTopics } from './topics.ts';

/** Reads the headings as a tree of sections, in order; each reaches to the line before the next heading of its level or above. */
export function readOutline(reading: Reading): Section[] {
  const { headings, text, lines } = reading;
  const ends = sectionEnds(headings, text.length);
  const ownWords = headings.map((heading, index) =>
    countWords(text.slice(heading.range.from, headings[index + 1]?.range.from ?? text.length)),
  );
  const path: { level: number; title: string }[] = [];
  return headings.map((heading, index) => {
    while ((path.at(-1)?.level ?? 0) >= heading.level) path.pop();
    const title = heading.plain.text.replace(/\s+/g, ' ').trim();
    path.push({ level: heading.level, title });
    const end = ends[index] ?? { next: headings.length, to: text.length };
    const range = { from: heading.range.from, to: trimEnd(text, heading.range.from, end.to) };
    return {
      level: heading.level,
      heading: title,
      path: path.map((step) => step.title),
      fromLine: heading.line,
      toLine: lines.lineAt(Math.max(range.from, range.to - 1)),
      words: ownWords.slice(index, end.next).reduce((sum, words) => sum + words, 0),
      topics: readTopics(path.map((step) => step.title)),
      line: heading.line,
      range,
    };
  });
}

/** For each heading the index and offset at which its section ends. One pass with a stack: outlines can be long. */
function sectionEnds(headings: readonly Passage[], length: number): { next: number; to: number }[] {
  const ends = headings.map(() => ({ next: headings.length, to: length }));
  const open: number[] = [];
  headings.forEach((heading, index) => {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.level ?? 0) >= heading.level) {
      const closed = open.pop();
      if (closed !== undefined) ends[closed] = { next: index, to: heading.range.from };
    }
    open.push(index);
  });
  return ends;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}
