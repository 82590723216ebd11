import type { Vendor } from '../../../shared/structure/inspection.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { RowList } from '../../components/row-list.tsx';
import { rowOnLine } from './caret-row.ts';
import { useCaretLine, useGoTo } from './use-place.ts';

/** The companies that the text says receive or process data. */
export function VendorsPanel({ vendors }: { readonly vendors: readonly Vendor[] }) {
  const goTo = useGoTo();
  const line = useCaretLine();
  if (vendors.length === 0)
    return (
      <EmptyState place="panel" title="No vendors named">
        List the companies that process data for you, in a table or a list with their purpose and country.
      </EmptyState>
    );
  return (
    <RowList
      label="Vendors"
      rows={vendors}
      keyOf={(_, index) => String(index)}
      current={rowOnLine(vendors, line)}
      onActivate={goTo}
      estimate={46}
    >
      {(vendor) => (
        <>
          <span className="place-line">
            <span className="place-name place-strong">{vendor.name}</span>
            <span className="place-aside">{vendor.country}</span>
          </span>
          {vendor.purpose ? <span className="place-note">{vendor.purpose}</span> : null}
        </>
      )}
    </RowList>
  );
}
