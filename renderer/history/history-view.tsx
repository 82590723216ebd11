import { ChevronLeft, ChevronRight, GitCompare, History } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { JudgedKind } from '../../shared/ipc/history-requests.ts';
import type { ChangeSize } from '../../shared/ipc/library-requests.ts';
import { withKinds } from '../../shared/model/judged-kinds.ts';
import { inDateOrder } from '../../shared/model/version-order.ts';
import type { HistoryEntry } from '../../shared/structure/inspection.ts';
import { newJobId } from '../app/client.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Button, IconButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { OpenDocument } from '../editor/document-session.ts';
import './history-view.css';
import { useStepKeys } from './step-keys.ts';
import { Timeline } from './timeline.tsx';
import { missingEntries } from './timeline-layout.ts';
import { VersionList } from './version-list.tsx';
import { latestPair, pickVersion, setSide, stepPair, type VersionPair } from './version-pair.ts';
import { VersionReader } from './version-reader.tsx';

/** One object for "none", so that the view is not drawn again for nothing. */
const NO_HISTORY: readonly HistoryEntry[] = [];
const NO_KINDS: readonly JudgedKind[] = [];
const NO_CHANGES: readonly ChangeSize[] = [];

/** Every version of the open policy: over the years, as a list, to read, to compare, to restore. */
export function HistoryView({ document }: { readonly document: OpenDocument }) {
  const { reading: textReading, navigator } = useServices();
  const { detail, policyId } = document;
  // By the dates from which they count: an old text that was added late stands where it belongs.
  const kinds = useKinds(document);
  const inTime = useMemo(() => inDateOrder(detail.versions).reverse(), [detail.versions]);
  const versions = useMemo(() => withKinds(inTime, kinds ?? NO_KINDS), [inTime, kinds]);
  const stated = useStore(textReading.store, (state) => state.analysis?.inspection.history ?? NO_HISTORY);
  const changes = useChanges(document);
  const [pair, setPair] = useState<VersionPair | null>(null);
  const reading = useStore(navigator.store, (state) => state.reading);
  const missing = missingEntries(versions, stated);

  useEffect(() => setPair(latestPair(inTime)), [inTime]);

  const step = (by: -1 | 1): void =>
    setPair((current) => (current && stepPair(current, by, versions)) ?? current);
  useStepKeys(reading ? null : step);

  const shown = versions.findIndex(({ id }) => id === reading?.versionId);
  const version = versions[shown];
  if (version && reading)
    return (
      <VersionReader
        version={version}
        passage={reading.passage}
        older={versions[shown + 1] ?? null}
        newer={versions[shown - 1] ?? null}
        onBack={navigator.stopReading}
      />
    );
  if (versions.length === 0) return <NoVersion />;
  const compare = (): void => {
    const find = (number: number) => versions.find((one) => one.number === number);
    const a = pair && find(pair.old);
    const b = pair && find(pair.recent);
    if (a && b) navigator.compare({ kind: 'version', versionId: a.id }, { kind: 'version', versionId: b.id });
  };
  const { latest } = detail.policy;
  return (
    <section className="history" aria-label="History">
      <Timeline
        versions={versions}
        stated={stated}
        changes={changes}
        pair={pair}
        onPick={(number) => setPair(pair ? pickVersion(pair, number, versions) : null)}
        onMissing={(entry) => navigator.open({ kind: 'attach-version', policyId, entry })}
      />
      <div className="history-bar">
        <Legend missing={missing.length > 0} judging={kinds === null} />
        {detail.draft && latest ? (
          <Button
            onPress={() =>
              navigator.compare({ kind: 'version', versionId: latest.id }, { kind: 'draft', policyId })
            }
          >
            Compare the draft with version {latest.number}
          </Button>
        ) : null}
        <IconButton
          icon={ChevronLeft}
          label="Choose the change before"
          shortcut="Alt+←"
          isDisabled={!pair || !stepPair(pair, -1, versions)}
          onPress={() => step(-1)}
        />
        <IconButton
          icon={ChevronRight}
          label="Choose the next change"
          shortcut="Alt+→"
          isDisabled={!pair || !stepPair(pair, 1, versions)}
          onPress={() => step(1)}
        />
        <Button icon={GitCompare} variant="primary" isDisabled={!pair} onPress={compare}>
          Compare
        </Button>
      </div>
      <VersionList
        policyId={policyId}
        versions={versions}
        missing={missing}
        pair={pair}
        onSide={(side, number) => setPair(pair ? (setSide(pair, side, number, versions) ?? pair) : null)}
        onRead={({ id }) => navigator.read(id)}
      />
    </section>
  );
}

function NoVersion() {
  const { navigator } = useServices();
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
      A version keeps the text for good, with its effective date and what changed. The draft goes on from it.
    </EmptyState>
  );
}

/** How much changed with each version; none until the engine has looked. */
function useChanges({ policyId, detail }: OpenDocument): readonly ChangeSize[] {
  const { client } = useServices();
  const [changes, setChanges] = useState(NO_CHANGES);
  const count = detail.versions.length;
  useEffect(() => {
    let gone = count === 0;
    if (gone) return;
    void client.request('policy.changes', { policyId }).then((answer) => {
      if (!gone) setChanges(answer.ok ? answer.value : NO_CHANGES);
    });
    return () => {
      gone = true;
    };
  }, [client, policyId, count]);
  return changes;
}

/** The kinds of imported versions by comparison; null until the engine has compared. Its progress is not heard: each step would draw every row. */
function useKinds({ policyId, detail }: OpenDocument): readonly JudgedKind[] | null {
  const { client, notices } = useServices();
  const [kinds, setKinds] = useState<readonly JudgedKind[] | null>(null);
  const count = detail.versions.length;
  useEffect(() => {
    if (count === 0) return;
    const job = newJobId();
    let asked = true;
    void client.request('policy.kinds', { job, policyId }).then((answer) => {
      if (!asked) return;
      asked = false;
      if (!answer.ok) notices.addFailure(answer.error);
      setKinds(answer.ok ? answer.value : NO_KINDS);
    });
    return () => {
      if (asked) void client.request('job.cancel', { job });
      asked = false;
      setKinds(null);
    };
  }, [client, notices, policyId, count]);
  return kinds;
}

interface LegendProps {
  readonly missing: boolean;
  /** True while the comparing goes on that tells the kinds of imported versions. */
  readonly judging: boolean;
}

/** What the marks of the timeline mean. */
function Legend({ missing, judging }: LegendProps) {
  return (
    <ul className="history-legend" aria-label="Marks of the timeline">
      <li data-kind="substantive">Substantive</li>
      <li data-kind="editorial">Editorial</li>
      {missing ? <li data-kind="missing">Named in the text, not in the library</li> : null}
      {judging ? <li data-kind="judging">Comparing versions to tell them apart…</li> : null}
    </ul>
  );
}
