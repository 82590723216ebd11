import { type BlockParser, type MarkdownConfig, Table } from '@lezer/markdown';

/**
 * GFM's tables, also where a line that only looked like a table's head stands before them. The original remembers that the
 * paragraph once could have been a table and then lets no table end it.
 */
export const tableAfterText: MarkdownConfig = {
  ...Table,
  parseBlock: (Table.parseBlock ?? []).map(
    (original): BlockParser => ({
      ...original,
      endLeaf: (context, line, leaf) => {
        const { start, content, parsers } = leaf;
        const open = parsers.filter((parser) => !('rows' in parser && parser.rows === false));
        return original.endLeaf?.(context, line, { start, content, parsers: open }) ?? false;
      },
    }),
  ),
};
