import { ExternalLink } from 'lucide-react';
import type { StatedLink } from '../../../shared/structure/inspection.ts';
import { useServices } from '../../app/services.ts';
import { IconButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RowList } from '../../components/row-list.tsx';
import { rowOnLine } from './caret-row.ts';
import { useCaretLine, useGoTo } from './use-place.ts';

/** Addresses that can be opened outside the window. */
const OPENABLE = /^(?:https?|mailto):/i;

/** Every link of the text with its target. */
export function LinksPanel({ links }: { readonly links: readonly StatedLink[] }) {
  const { client } = useServices();
  const goTo = useGoTo();
  const line = useCaretLine();
  if (links.length === 0)
    return (
      <EmptyState place="panel" title="No links">
        Select words and press Ctrl+K to make them a link.
      </EmptyState>
    );
  return (
    <RowList
      label="Links"
      rows={links}
      keyOf={(_, index) => String(index)}
      current={rowOnLine(links, line)}
      onActivate={goTo}
      estimate={46}
      controls={(link) =>
        OPENABLE.test(link.url) ? (
          <IconButton
            icon={ExternalLink}
            label={`Open ${link.url}`}
            onPress={() => void client.request('link.open', { url: link.url })}
          />
        ) : null
      }
    >
      {(link) => (
        <>
          <span className="place-line">
            <span className="place-name place-name-line">{link.text || link.url}</span>
            <span className="place-aside">line {link.line}</span>
          </span>
          <span className="place-note">{link.url}</span>
        </>
      )}
    </RowList>
  );
}
