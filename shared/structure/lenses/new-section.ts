import type { MarkdownDocument } from '../../markdown/document.ts';
import type { TextEdit } from '../../model/text.ts';
import type { Inspection } from '../inspection.ts';

/** The edit that adds a section: before the document's history, which closes a policy, else at the end. */
export function newSection(
  { text }: MarkdownDocument,
  { sections, history }: Inspection,
  title: string,
  body: string,
): TextEdit {
  const levels = sections.map(({ level }) => level).filter((level) => level > 1);
  const heading = `${'#'.repeat(levels.length > 0 ? Math.min(...levels) : 2)} ${title}`;
  const told = history[0];
  const last = sections.filter(({ range }) => told !== undefined && range.from <= told.range.from).at(-1);
  const closes = last !== undefined && last.level > 1 && /hist|version|change|log/i.test(last.heading);
  if (closes) {
    const at = last.range.from;
    return { from: at, to: at, insert: `${heading}\n\n${body}\n\n` };
  }
  const end = text.trimEnd().length;
  const insert = `${end > 0 ? '\n\n' : ''}${heading}\n\n${body}`;
  return { from: end, to: end, insert: end === text.length ? `${insert}\n` : insert };
}
