import type { Vendor } from '../../../shared/structure/inspection.ts';
import {
  addVendor,
  removeVendor,
  sortVendors,
  updateVendor,
  type VendorFields,
  type VendorForm,
} from '../../../shared/structure/lenses/vendors-lens.ts';
import { useServices } from '../../app/services.ts';
import { EditGrid, type GridColumn, type GridRow } from '../../components/edit-grid.tsx';
import { shownShortcut } from '../../components/shortcut.ts';
import type { Analysis } from '../text-analysis.ts';
import { rowOnLine } from './caret-row.ts';
import { joinLinks, refuseLinks, splitLinks } from './entered-links.ts';
import { rowInReading } from './row-in-reading.ts';
import { useCaretLine, useGoTo, useShowPlace } from './use-place.ts';
import { useTextUndo, useWriteBack } from './use-write-back.ts';

const COLUMNS: readonly GridColumn[] = [
  {
    id: 'name',
    title: 'Name',
    min: 116,
    refuse: (value) =>
      value.trim() ? null : `A vendor has a name. ${shownShortcut('Ctrl+Delete')} removes the row.`,
  },
  { id: 'purpose', title: 'Purpose', min: 150 },
  { id: 'country', title: 'Country', min: 98 },
  { id: 'links', title: 'Links', min: 130, refuse: refuseLinks },
];

/** The companies that the text says receive or process data, as a grid that writes to the text. */
export function VendorsPanel({ analysis }: { readonly analysis: Analysis }) {
  const { inspection, vendorForms } = analysis;
  const { vendors } = inspection;
  const { client } = useServices();
  const goTo = useGoTo();
  const show = useShowPlace();
  const line = useCaretLine();
  const writeBack = useWriteBack();
  const undo = useTextUndo();
  const placeOf = (row: number): Vendor | undefined => vendors[row];

  return (
    <>
      {vendors.length === 0 ? (
        <p className="panel-hint">
          The text names no vendors yet. Add the first one: it gets a section and a table.
        </p>
      ) : null}
      <EditGrid
        label="Vendors"
        columns={COLUMNS}
        rows={vendors.map((vendor, index) => gridRow(vendor, vendorForms[index], index))}
        current={rowOnLine(vendors, line)}
        onSelect={(row) => {
          const vendor = placeOf(row);
          if (vendor) show(vendor);
        }}
        onGoTo={(row) => {
          const vendor = placeOf(row);
          if (vendor) goTo(vendor);
        }}
        onEdit={(row, column, value) => {
          const { name = '' } = placeOf(row) ?? {};
          return writeBack(
            (document, read) => {
              const at = rowInReading(read.vendors, row, (vendor) => vendor.name === name);
              return at < 0 ? null : updateVendor(document, read, at, changeOf(column, value));
            },
            {
              done: `${name}: ${column} written.`,
              refused: `The ${column} of ${name} cannot be written where the text names it. ${vendorForms[row]?.why ?? ''}`,
            },
          );
        }}
        onRemove={(row) => {
          const { name = '' } = placeOf(row) ?? {};
          void writeBack(
            (document, read) => {
              const at = rowInReading(read.vendors, row, (vendor) => vendor.name === name);
              return at < 0 ? null : removeVendor(document, read, at);
            },
            {
              done: `${name} removed.`,
              refused: `${name} cannot be removed here: edit the sentence that names it.`,
            },
          );
        }}
        onSort={(column) =>
          void writeBack((document) => sortVendors(document, sortKey(column)), {
            done: `Sorted by ${column}.`,
            refused: 'Only a table or a simple list can be sorted.',
          })
        }
        onUndo={undo}
        entries={(row) =>
          (placeOf(row)?.links ?? []).map((url) => ({
            id: `open ${url}`,
            label: `Open ${url}`,
            run: () => void client.request('link.open', { url }),
          }))
        }
        add={{
          label: 'Add a vendor…',
          onAdd: (name) =>
            writeBack(
              (document, read) => addVendor(document, read, { name, purpose: '', country: '', links: [] }),
              { done: `${name} added.`, refused: `${name} could not be added to the list.` },
            ),
        }}
      />
    </>
  );
}

function gridRow(vendor: Vendor, form: VendorForm | undefined, index: number): GridRow {
  const { name, purpose, country, links } = vendor;
  return {
    key: String(index),
    name,
    cells: { name, purpose, country, links: joinLinks(links) },
    editable: form?.editable ?? [],
    why: form?.why ?? '',
    removable: form?.removable ?? false,
  };
}

function changeOf(column: string, value: string): Partial<VendorFields> {
  switch (column) {
    case 'name':
      return { name: value };
    case 'purpose':
      return { purpose: value };
    case 'country':
      return { country: value };
    default:
      return { links: splitLinks(value) };
  }
}

function sortKey(column: string): 'name' | 'purpose' | 'country' {
  return column === 'purpose' || column === 'country' ? column : 'name';
}
