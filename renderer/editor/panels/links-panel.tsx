import { retargetReference, updateLink } from '../../../shared/structure/lenses/links-lens.ts';
import { useServices } from '../../app/services.ts';
import { EditGrid, type GridColumn, type GridRow } from '../../components/edit-grid.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { shownShortcut } from '../../components/shortcut.ts';
import type { Analysis } from '../text-analysis.ts';
import { rowOnLine } from './caret-row.ts';
import { type LinkRow, type LinkState, linkRows } from './link-rows.ts';
import { rowInReading } from './row-in-reading.ts';
import { useCaretLine, useGoTo, useShowPlace } from './use-place.ts';
import { useTextUndo, useWriteBack } from './use-write-back.ts';

/** Addresses that can be opened outside the window. */
const OPENABLE = /^(?:https?|mailto):/i;
/** With a sign each, so that nobody needs to tell colours apart. */
const STATE_NAMES: Readonly<Record<LinkState, string>> = {
  ok: '✓ ok',
  dead: '✕ dead',
  wrong: '≠ wrong',
  archived: '⟲ archived',
};

const COLUMNS: readonly GridColumn[] = [
  {
    id: 'text',
    title: 'Words',
    min: 92,
    refuse: (value) => (value.trim() ? null : 'A link needs words.'),
  },
  {
    id: 'target',
    title: 'Leads to',
    min: 104,
    refuse: (value) =>
      value.trim() ? null : 'A link leads somewhere: write an address, #heading or a section’s number.',
  },
  { id: 'state', title: 'State', min: 70 },
];

/** Every link and reference of the text: its words, where it leads, and whether that is there. */
export function LinksPanel({ analysis }: { readonly analysis: Analysis }) {
  const { client } = useServices();
  const goTo = useGoTo();
  const show = useShowPlace();
  const line = useCaretLine();
  const writeBack = useWriteBack();
  const undo = useTextUndo();
  const rows = linkRows(analysis.inspection, analysis.report.findings);
  if (rows.length === 0)
    return (
      <EmptyState place="panel" title="No links">
        Select words and press {shownShortcut('Ctrl+K')} to make them a link.
      </EmptyState>
    );
  const withRow = (index: number, act: (row: LinkRow) => void): void => {
    const row = rows[index];
    if (row) act(row);
  };
  return (
    <EditGrid
      label="Links and references"
      columns={COLUMNS}
      rows={rows.map(gridRow)}
      current={rowOnLine(rows, line)}
      onSelect={(index) => withRow(index, show)}
      onGoTo={(index) => withRow(index, goTo)}
      onUndo={undo}
      onEdit={async (index, column, value) => {
        const row = rows[index];
        if (!row) return false;
        return writeBack(
          (document, read) => {
            if (row.kind === 'reference') {
              const at = rowInReading(read.crossReferences, row.index, ({ text }) => text === row.text);
              return at < 0 ? null : retargetReference(document, read, at, value.replace(/^\D+/, ''));
            }
            const changes = column === 'text' ? { text: value } : { url: value };
            const at = rowInReading(
              read.links,
              row.index,
              ({ url, text }) => url === row.target && text === row.text,
            );
            return at < 0 ? null : updateLink(document, read, at, changes);
          },
          {
            done: `Written: ${value}`,
            refused:
              row.kind === 'reference'
                ? `No numbered section is called “${value}”: give the number of one.`
                : `“${value}” could not be written into this link.`,
          },
        );
      }}
      entries={(index) => {
        const row = rows[index];
        const section = analysis.inspection.sections.find(
          ({ heading }) => row?.kind === 'reference' && heading === row.target,
        );
        return [
          ...(row && OPENABLE.test(row.target)
            ? [
                {
                  id: 'open',
                  label: `Open ${row.target}`,
                  run: () => void client.request('link.open', { url: row.target }),
                },
              ]
            : []),
          ...(section ? [{ id: 'target', label: `Go to ${section.heading}`, run: () => goTo(section) }] : []),
        ];
      }}
    />
  );
}

function gridRow({ kind, text, target, state, problem }: LinkRow, index: number): GridRow {
  return {
    key: String(index),
    name: text,
    cells: { text, target, state: STATE_NAMES[state] },
    editable: kind === 'link' ? ['text', 'target'] : ['target'],
    why: problem || (kind === 'reference' ? 'The words of a reference follow its number.' : ''),
    removable: false,
  };
}
