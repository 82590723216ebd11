import { memo, useDeferredValue } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useServices } from '../../app/services.ts';
import { useStore } from '../../app/store.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Spinner } from '../../components/progress.tsx';
import { NotesPanel } from '../notes/notes-panel.tsx';
import type { Analysis } from '../text-analysis.ts';
import { ChecksPanel } from './checks-panel.tsx';
import { DataPanel } from './data-panel.tsx';
import { DetailsPanel } from './details-panel.tsx';
import { LinksPanel } from './links-panel.tsx';
import { OutlinePanel } from './outline-panel.tsx';
import { PANEL_LABELS, type PanelKind, panelCount, panelKind, panelKinds } from './panel-kinds.ts';
import { StatedHistoryPanel } from './stated-history-panel.tsx';
import { TermsPanel } from './terms-panel.tsx';
import { VendorsPanel } from './vendors-panel.tsx';
import './side-panels.css';

/**
 * What the text says, beside the text: one panel at a time, chosen on the rail at the edge of the window. Only the innermost parts
 * listen to readings: drawing the tabs anew three times a second was felt in typing.
 */
export function SidePanels() {
  const { preferences } = useServices();
  const chosen = useStore(preferences.store, (settings) => panelKind(String(settings.view['panel'] ?? '')));
  return (
    <aside className="side-frame" aria-label="What the text says">
      <Tabs
        className="side"
        orientation="vertical"
        selectedKey={chosen}
        onSelectionChange={(key) => preferences.remember('panel', String(key))}
      >
        {/* The tabs come first for those who read in order, and because the panel takes its name from them. */}
        <TabList className="side-rail" aria-label="Side panels">
          {panelKinds.map((kind) => (
            <RailTab key={kind} kind={kind} />
          ))}
        </TabList>
        <TabPanel key={chosen} id={chosen} className="side-panel">
          <h2 className="side-title">{PANEL_LABELS[chosen].title}</h2>
          <PanelContent kind={chosen} />
        </TabPanel>
      </Tabs>
    </aside>
  );
}

function RailTab({ kind }: { readonly kind: PanelKind }) {
  const { icon: Icon, short } = PANEL_LABELS[kind];
  return (
    <Tab id={kind} className="side-tab">
      <Icon aria-hidden size={17} strokeWidth={1.6} />
      <span className="side-tab-name">{short}</span>
      {kind === 'details' ? null : <TabCount kind={kind} />}
    </Tab>
  );
}

function TabCount({ kind }: { readonly kind: PanelKind }) {
  const { reading } = useServices();
  const count = useStore(reading.store, ({ analysis }) => (analysis ? panelCount(kind, analysis) : 0));
  const severity = useStore(reading.store, ({ analysis }) =>
    analysis && kind === 'checks' ? worstSeverity(analysis) : undefined,
  );
  if (count === 0) return null;
  return (
    <span className="side-tab-count" data-severity={severity}>
      {count > 999 ? '999+' : count}
    </span>
  );
}

function PanelContent({ kind }: { readonly kind: PanelKind }) {
  const { reading } = useServices();
  const latest = useStore(reading.store, (state) => state.analysis);
  const failure = useStore(reading.store, (state) => state.failure);
  // Drawing a panel never holds up a keystroke: React may put it off while typing goes on.
  const analysis = useDeferredValue(latest);
  return (
    <>
      {failure ? (
        <EmptyState place="panel" tone="error" title="The text could not be read">
          {failure} What you see here may be out of date. Typing and saving go on as before.
        </EmptyState>
      ) : null}
      {analysis ? <PanelBody kind={kind} analysis={analysis} /> : <Spinner label="Reading the text…" />}
    </>
  );
}

interface PanelBodyProps {
  readonly kind: PanelKind;
  readonly analysis: Analysis;
}

/** Not drawn again in the urgent pass that only learns that there is a newer reading. */
const PanelBody = memo(function PanelBody({ kind, analysis }: PanelBodyProps) {
  switch (kind) {
    case 'outline':
      return <OutlinePanel analysis={analysis} />;
    case 'details':
      return <DetailsPanel inspection={analysis.inspection} />;
    case 'vendors':
      return <VendorsPanel analysis={analysis} />;
    case 'terms':
      return <TermsPanel terms={analysis.inspection.definedTerms} />;
    case 'commitments':
      return <DataPanel analysis={analysis} />;
    case 'history':
      return <StatedHistoryPanel analysis={analysis} />;
    case 'checks':
      return <ChecksPanel analysis={analysis} />;
    case 'links':
      return <LinksPanel analysis={analysis} />;
    case 'notes':
      return <NotesPanel analysis={analysis} />;
  }
});

function worstSeverity({ report }: Analysis): string | undefined {
  if (report.findings.some((finding) => finding.severity === 'error')) return 'error';
  return report.findings.some((finding) => finding.severity === 'warning') ? 'warning' : undefined;
}
