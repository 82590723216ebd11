import type { Section } from '../../../shared/structure/inspection.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { RowList } from '../../components/row-list.tsx';
import { rowAround } from './caret-row.ts';
import { useCaretLine, useGoTo } from './use-place.ts';

/** Pixels by which a level is set in. */
const INDENT = 14;

/** The headings of the text, set in by level. */
export function OutlinePanel({ sections }: { readonly sections: readonly Section[] }) {
  const goTo = useGoTo();
  const line = useCaretLine();
  if (sections.length === 0)
    return (
      <EmptyState place="panel" title="No headings yet">
        Begin a line with “## ” to make it a heading. The outline grows as you write.
      </EmptyState>
    );
  return (
    <RowList
      label="Outline"
      rows={sections}
      keyOf={(_, index) => String(index)}
      current={rowAround(sections, line)}
      onActivate={goTo}
    >
      {(section) => (
        <span className="place-line" style={{ paddingLeft: (section.level - 1) * INDENT }}>
          <span className={`place-name place-name-line ${section.level === 1 ? 'place-strong' : ''}`}>
            {section.heading || '(untitled)'}
          </span>
          <span className="place-aside">{section.words}</span>
        </span>
      )}
    </RowList>
  );
}
