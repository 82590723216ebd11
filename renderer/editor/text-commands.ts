import type { TextEdit, TextRange } from '../../shared/model/text.ts';

/** An edit of the text with the selection that stands afterwards, in offsets of the new text. */
export interface TextCommand {
  readonly edits: readonly TextEdit[];
  readonly selection: TextRange;
}

/** Puts a mark such as `**` around the selection, or takes it away where it already stands. Without a selection it takes the word. */
export function toggleMark(text: string, selected: TextRange, mark: string): TextCommand {
  const { from, to } = trimmed(text, selected.from === selected.to ? wordAt(text, selected.from) : selected);
  const width = mark.length;
  if (text.slice(from - width, from) === mark && text.slice(to, to + width) === mark)
    return {
      edits: [
        { from: from - width, to: from, insert: '' },
        { from: to, to: to + width, insert: '' },
      ],
      selection: { from: from - width, to: to - width },
    };
  const inner = text.slice(from, to);
  if (inner.length > 2 * width && inner.startsWith(mark) && inner.endsWith(mark))
    return {
      edits: [
        { from, to: from + width, insert: '' },
        { from: to - width, to, insert: '' },
      ],
      selection: { from, to: to - 2 * width },
    };
  return {
    edits: [
      { from, to: from, insert: mark },
      { from: to, to, insert: mark },
    ],
    selection: { from: from + width, to: to + width },
  };
}

/** Makes the selection a link and selects the place for its address. */
export function insertLink(text: string, selected: TextRange): TextCommand {
  const { from, to } = trimmed(text, selected.from === selected.to ? wordAt(text, selected.from) : selected);
  const label = text.slice(from, to);
  if (/^(?:https?:\/\/|mailto:)\S+$/.test(label))
    return {
      edits: [{ from, to, insert: `[](${label})` }],
      selection: { from: from + 1, to: from + 1 },
    };
  const address = 'https://';
  return {
    edits: [{ from, to, insert: `[${label}](${address})` }],
    selection: { from: to + 3, to: to + 3 + address.length },
  };
}

/** Turns the selected lines into a list of the kind, or back into plain lines where all of them already are. */
export function toggleList(text: string, selected: TextRange, kind: 'bullet' | 'number'): TextCommand {
  const lines = selectedLines(text, selected);
  const pattern = kind === 'bullet' ? /^(\s*)[*+-] +/ : /^(\s*)\d{1,9}[.)] +/;
  const filled = lines.filter((line) => text.slice(line.from, line.to).trim() !== '');
  const allMarked = filled.every((line) => pattern.test(text.slice(line.from, line.to)));
  const edits = filled.map((line, index): TextEdit => {
    const content = text.slice(line.from, line.to);
    const own = /^(\s*)(?:[*+-] +|\d{1,9}[.)] +)?/.exec(content);
    const indent = own?.[1] ?? '';
    const marker = kind === 'bullet' ? '- ' : `${index + 1}. `;
    return {
      from: line.from,
      to: line.from + (own?.[0].length ?? 0),
      insert: allMarked ? indent : indent + marker,
    };
  });
  return { edits, selection: shifted(selected, edits) };
}

/** Makes the caret's line a heading of the level, or plain text again when it already is one of that level. */
export function toggleHeading(text: string, selected: TextRange, level: number): TextCommand {
  const [line] = selectedLines(text, { from: selected.from, to: selected.from });
  if (!line) return { edits: [], selection: selected };
  const marker = /^ {0,3}(#{1,6})[ \t]+/.exec(text.slice(line.from, line.to));
  const insert = marker?.[1]?.length === level ? '' : `${'#'.repeat(level)} `;
  const edits = [{ from: line.from, to: line.from + (marker?.[0].length ?? 0), insert }];
  return { edits, selection: shifted(selected, edits) };
}

/** The caret's line, and every further line that the selection reaches into. */
function selectedLines(text: string, { from, to }: TextRange): readonly TextRange[] {
  const lines: TextRange[] = [];
  let at = text.lastIndexOf('\n', from - 1) + 1;
  for (;;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    lines.push({ from: at, to: end });
    at = end + 1;
    if (newline < 0 || at >= to) return lines;
  }
}

function wordAt(text: string, offset: number): TextRange {
  let from = offset;
  let to = offset;
  while (from > 0 && /[\p{L}\p{N}\p{M}]/u.test(text[from - 1] ?? '')) from--;
  while (to < text.length && /[\p{L}\p{N}\p{M}]/u.test(text[to] ?? '')) to++;
  return { from, to };
}

/** Marks hold only when they touch a word: white space at either end stays outside. */
function trimmed(text: string, range: TextRange): TextRange {
  let { from, to } = range;
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return { from, to };
}

/** Where a selection is after edits of the beginnings of lines. */
function shifted(selected: TextRange, edits: readonly TextEdit[]): TextRange {
  const move = (offset: number): number => {
    let shift = 0;
    let lineStart = 0;
    for (const edit of edits) {
      if (edit.from > offset) break;
      lineStart = edit.from + shift;
      shift += edit.insert.length - (edit.to - edit.from);
    }
    return Math.max(lineStart, offset + shift);
  };
  return { from: move(selected.from), to: move(selected.to) };
}
