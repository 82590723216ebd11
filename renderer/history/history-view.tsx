import { GitCompare, History } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { HistoryEntry } from '../../shared/structure/inspection.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { OpenDocument } from '../editor/document-session.ts';
import './history-view.css';
import { Timeline } from './timeline.tsx';
import { missingEntries } from './timeline-layout.ts';
import { VersionList } from './version-list.tsx';
import { latestPair, pickVersion, setSide, type VersionPair } from './version-pair.ts';
import { VersionReader } from './version-reader.tsx';

/** One object for "none", so that the view is not drawn again for nothing. */
const NO_HISTORY: readonly HistoryEntry[] = [];

/** Every version of the open policy: over the years, as a list, to read, to compare, to restore. */
export function HistoryView({ document }: { readonly document: OpenDocument }) {
  const { reading: textReading, navigator } = useServices();
  const { versions } = document.detail;
  const stated = useStore(textReading.store, (state) => state.analysis?.inspection.history ?? NO_HISTORY);
  const [pair, setPair] = useState<VersionPair | null>(null);
  const reading = useStore(navigator.store, (state) => state.reading);
  const newest = versions[0]?.number ?? 0;
  const missing = missingEntries(versions, stated);

  useEffect(() => {
    setPair(latestPair(versions));
  }, [versions]);

  const shown = versions.find(({ id }) => id === reading?.versionId);
  if (shown && reading)
    return <VersionReader version={shown} passage={reading.passage} onBack={navigator.stopReading} />;
  if (versions.length === 0)
    return (
      <EmptyState
        icon={History}
        title="No version saved yet"
        actions={
          <Button variant="primary" onPress={() => navigator.open({ kind: 'save-version' })}>
            Save version…
          </Button>
        }
      >
        A version keeps the text for good, with its effective date and what changed. The draft goes on from
        it.
      </EmptyState>
    );
  const compare = (): void => {
    const find = (number: number) => versions.find((version) => version.number === number);
    const a = pair && find(pair.old);
    const b = pair && find(pair.recent);
    if (a && b) navigator.compare({ kind: 'version', versionId: a.id }, { kind: 'version', versionId: b.id });
  };
  return (
    <section className="history" aria-label="History">
      <Timeline
        versions={versions}
        stated={stated}
        pair={pair}
        onPick={(number) => setPair(pair ? pickVersion(pair, number) : null)}
      />
      <div className="history-bar">
        <Legend missing={missing.length > 0} />
        {document.detail.draft ? (
          <Button
            onPress={() =>
              navigator.compare(
                { kind: 'version', versionId: versions[0]?.id ?? 0 },
                { kind: 'draft', policyId: document.policyId },
              )
            }
          >
            Compare the draft with version {newest}
          </Button>
        ) : null}
        <Button icon={GitCompare} variant="primary" isDisabled={!pair} onPress={compare}>
          Compare
        </Button>
      </div>
      <VersionList
        versions={versions}
        missing={missing}
        pair={pair}
        onSide={(side, number) => setPair(pair ? (setSide(pair, side, number, newest) ?? pair) : null)}
        onRead={({ id }) => navigator.read(id)}
      />
    </section>
  );
}

/** What the marks of the timeline mean. */
function Legend({ missing }: { readonly missing: boolean }) {
  return (
    <ul className="history-legend" aria-label="Marks of the timeline">
      <li data-kind="substantive">Substantive</li>
      <li data-kind="editorial">Editorial</li>
      {missing ? <li data-kind="missing">Named in the text, not in the library</li> : null}
    </ul>
  );
}
