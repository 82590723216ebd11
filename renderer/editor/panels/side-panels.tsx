import { memo, useDeferredValue } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useServices } from '../../app/services.ts';
import { useStore } from '../../app/store.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Spinner } from '../../components/progress.tsx';
import type { Analysis } from '../text-analysis.ts';
import { ChecksPanel } from './checks-panel.tsx';
import { CommitmentsPanel } from './commitments-panel.tsx';
import { DetailsPanel } from './details-panel.tsx';
import { LinksPanel } from './links-panel.tsx';
import { OutlinePanel } from './outline-panel.tsx';
import { PANEL_LABELS, type PanelKind, panelCount, panelKind, panelKinds } from './panel-kinds.ts';
import { StatedHistoryPanel } from './stated-history-panel.tsx';
import { TermsPanel } from './terms-panel.tsx';
import { VendorsPanel } from './vendors-panel.tsx';
import './side-panels.css';

/** What the text says, beside the text: one panel at a time, chosen on the rail at the edge of the window. */
export function SidePanels() {
  const { reading, preferences } = useServices();
  const latest = useStore(reading.store, (state) => state.analysis);
  const failure = useStore(reading.store, (state) => state.failure);
  const chosen = useStore(preferences.store, (settings) => panelKind(String(settings.view['panel'] ?? '')));
  // Drawing a panel never holds up a keystroke: React may put it off while typing goes on.
  const analysis = useDeferredValue(latest);
  return (
    <aside className="side-frame" aria-label="What the text says">
      <Tabs
        className="side"
        orientation="vertical"
        selectedKey={chosen}
        onSelectionChange={(key) => preferences.remember('panel', String(key))}
      >
        {/* The tabs come first for those who read in order, and because the panel takes its name from them. */}
        <Rail analysis={analysis} />
        <TabPanel key={chosen} id={chosen} className="side-panel">
          <h2 className="side-title">{PANEL_LABELS[chosen].title}</h2>
          {failure ? (
            <EmptyState place="panel" tone="error" title="The text could not be read">
              {failure} What you see here may be out of date. Typing and saving go on as before.
            </EmptyState>
          ) : null}
          {analysis ? <PanelBody kind={chosen} analysis={analysis} /> : <Spinner label="Reading the text…" />}
        </TabPanel>
      </Tabs>
    </aside>
  );
}

const Rail = memo(function Rail({ analysis }: { readonly analysis: Analysis | null }) {
  return (
    <TabList className="side-rail" aria-label="Side panels">
      {panelKinds.map((kind) => (
        <RailTab key={kind} kind={kind} analysis={analysis} />
      ))}
    </TabList>
  );
});

function RailTab({ kind, analysis }: { readonly kind: PanelKind; readonly analysis: Analysis | null }) {
  const { icon: Icon, short } = PANEL_LABELS[kind];
  const count = analysis ? panelCount(kind, analysis) : 0;
  const errors = kind === 'checks' && analysis ? worstSeverity(analysis) : undefined;
  return (
    <Tab id={kind} className="side-tab">
      <Icon aria-hidden size={17} strokeWidth={1.6} />
      <span className="side-tab-name">{short}</span>
      {count > 0 && kind !== 'details' ? (
        <span className="side-tab-count" data-severity={errors}>
          {count > 999 ? '999+' : count}
        </span>
      ) : null}
    </Tab>
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
      return <OutlinePanel sections={analysis.inspection.sections} />;
    case 'details':
      return <DetailsPanel inspection={analysis.inspection} />;
    case 'vendors':
      return <VendorsPanel vendors={analysis.inspection.vendors} />;
    case 'terms':
      return <TermsPanel terms={analysis.inspection.definedTerms} />;
    case 'commitments':
      return <CommitmentsPanel commitments={analysis.inspection.timeCommitments} />;
    case 'history':
      return <StatedHistoryPanel entries={analysis.inspection.history} />;
    case 'checks':
      return <ChecksPanel analysis={analysis} />;
    case 'links':
      return <LinksPanel links={analysis.inspection.links} />;
  }
});

function worstSeverity({ report }: Analysis): string | undefined {
  if (report.findings.some((finding) => finding.severity === 'error')) return 'error';
  return report.findings.some((finding) => finding.severity === 'warning') ? 'warning' : undefined;
}
