import { ExternalLink } from 'lucide-react';
import type { HistoryEntry } from '../../../shared/structure/inspection.ts';
import { useServices } from '../../app/services.ts';
import { IconButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatDate } from '../../components/format-date.ts';
import { RowList } from '../../components/row-list.tsx';
import { rowOnLine } from './caret-row.ts';
import { useCaretLine, useGoTo } from './use-place.ts';

/** The document history that the text itself tells; the versions in the library are in the History view. */
export function StatedHistoryPanel({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const { client } = useServices();
  const goTo = useGoTo();
  const line = useCaretLine();
  if (entries.length === 0)
    return (
      <EmptyState place="panel" title="The text tells no history">
        A section such as “Document history” with dated entries is read from the text and listed here.
      </EmptyState>
    );
  return (
    <RowList
      label="History stated in the text"
      rows={entries}
      keyOf={(_, index) => String(index)}
      current={rowOnLine(entries, line)}
      onActivate={goTo}
      estimate={46}
      controls={(entry) =>
        entry.link ? (
          <IconButton
            icon={ExternalLink}
            label={`Open ${entry.link}`}
            onPress={() => void client.request('link.open', { url: entry.link })}
          />
        ) : null
      }
    >
      {(entry) => (
        <>
          <span className="place-strong">{formatDate(entry.iso)}</span>
          {entry.note ? <span className="place-note">{entry.note}</span> : null}
        </>
      )}
    </RowList>
  );
}
