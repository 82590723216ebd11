import type { Block } from '../../markdown/document.ts';
import type { Problem, Rule } from '../rule.ts';

/** Cells behind a table's last column: GitHub's Markdown drops them (4.10), so readers never see their words. */
export const surplusCells: Rule = {
  name: 'surplus-cells',
  title: 'Table cells that are not published',
  find: ({ document }) => document.blocks.flatMap(surplusIn),
};

function surplusIn(block: Block): Problem[] {
  switch (block.kind) {
    case 'quote':
      return block.blocks.flatMap(surplusIn);
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(surplusIn));
    case 'table': {
      const columns = block.head.cells.length;
      return block.rows.flatMap(({ cells, to }): Problem[] => {
        const first = cells[columns];
        if (!first || cells.slice(columns).every((cell) => cell.from === cell.to)) return [];
        const message = `This row has ${cells.length} cells and the table ${columns} columns: what stands from here on is not published.`;
        return [{ range: { from: first.from, to }, severity: 'warning', message }];
      });
    }
    default:
      return [];
  }
}
