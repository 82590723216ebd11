import type { TextCommand } from './text-commands.ts';

const TITLE = 'Title';
const TABLE = `| ${TITLE} | ${TITLE} |\n| --- | --- |\n|  |  |`;

/** Puts a table of two columns after the paragraph of the caret, apart from what stands around it, and selects its first title. */
export function insertTable(text: string, offset: number): TextCommand {
  const end = endOfParagraph(text, offset);
  const before = text.slice(0, end);
  const lead = before.trim() === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail = text.slice(end);
  const close = tail.trim() === '' || tail.startsWith('\n\n') ? '' : '\n';
  const from = end + lead.length + 2;
  return {
    edits: [{ from: end, to: end, insert: `${lead}${TABLE}${close}` }],
    selection: { from, to: from + TITLE.length },
  };
}

/** Where the line ends after which a blank one comes; the offset itself on a blank line. */
function endOfParagraph(text: string, offset: number): number {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  if (text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd).trim() === '') return offset;
  const blank = /\n[ \t]*(?=\n|$)/g;
  blank.lastIndex = offset;
  return blank.exec(text)?.index ?? text.length;
}
