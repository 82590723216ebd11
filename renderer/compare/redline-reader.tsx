import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { ComparisonView, TextReference } from '../../shared/ipc/contract.ts';
import { useServices } from '../app/services.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { AccountingLine } from './accounting-line.tsx';
import { filterChanges, NO_FILTER } from './change-filter.ts';
import { indexChanges } from './change-index.ts';
import { ChangePanel } from './change-panel.tsx';
import { type CompareMode, CompareToolbar } from './compare-toolbar.tsx';
import { FindBar } from './find-bar.tsx';
import { OverviewStrip } from './overview-strip.tsx';
import { RawDiff } from './raw-diff.tsx';
import { copyEntries, exportEntries } from './redline-commands.ts';
import { redlineContext } from './redline-context.ts';
import { RedlineDocument, type RedlineHandle } from './redline-document.tsx';
import { useChangeSteps } from './use-change-steps.ts';
import { useFind } from './use-find.ts';
import { useFolds } from './use-folds.ts';

interface RedlineReaderProps {
  readonly view: ComparisonView;
  readonly a: TextReference;
  readonly b: TextReference;
  readonly onCopyToDraft?: (text: string) => void;
}

/** A finished comparison: the redline with its change list, overview, find and commands. */
export function RedlineReader({ view, a, b, onCopyToDraft }: RedlineReaderProps): ReactNode {
  const services = useServices();
  const { comparison, redline } = view;
  const { mode, folded, listed, setMode, setFolded, setListed } = useViewChoices();
  const [filter, setFilter] = useState(NO_FILTER);
  const document = useRef<RedlineHandle>(null);

  const context = useMemo(() => redlineContext(comparison, redline), [comparison, redline]);
  const entries = useMemo(() => indexChanges(comparison, redline), [comparison, redline]);
  const { shown, notShown } = useMemo(() => filterChanges(entries, filter), [entries, filter]);
  const quiet = useMemo(() => new Set(notShown.map((entry) => entry.change.id)), [notShown]);
  const layout = mode === 'inline' ? 'inline' : 'side';

  const { folds, unfold, unfoldAt } = useFolds(redline.rows, shown, folded);
  const { current, position, step, choose } = useChangeSteps(shown, document, unfoldAt);
  const find = useFind(document, unfoldAt);
  const jump = useCallback(
    (row: number) => {
      unfoldAt(row);
      document.current?.reveal({ row });
    },
    [unfoldAt],
  );

  return (
    <div className="cmp-reader">
      <CompareToolbar
        mode={mode}
        onMode={setMode}
        position={position}
        total={shown.length}
        onStep={step}
        folded={folded}
        onFolded={setFolded}
        listed={listed}
        onListed={setListed}
        onFind={find.open}
        copyEntries={copyEntries({ comparison, current, services, onCopyToDraft })}
        exportEntries={exportEntries({ comparison, a, b, services })}
      />
      {find.isOpen && mode !== 'markdown' ? (
        <FindBar redline={redline} layout={layout} onShow={find.show} onClose={find.close} />
      ) : null}
      {mode === 'markdown' ? (
        <RawDiff a={comparison.a.text} b={comparison.b.text} />
      ) : (
        <div className="cmp-body">
          <div className="cmp-main">
            {entries.length === 0 ? (
              <p className="cmp-equal" role="status">
                The two texts are the same, character by character.
              </p>
            ) : null}
            {redline.rows.length === 0 ? (
              <EmptyState title="Both texts are empty" />
            ) : (
              <RedlineDocument
                key={layout}
                redline={redline}
                context={context}
                layout={layout}
                labelA={comparison.a.label}
                labelB={comparison.b.label}
                folds={folds}
                current={current}
                quiet={quiet}
                onUnfold={unfold}
                onJump={jump}
                handle={document}
              />
            )}
            <OverviewStrip
              rows={redline.rows}
              shown={shown}
              layout={layout}
              document={document}
              onGo={(entry, row) => (entry ? choose(entry) : jump(row))}
            />
          </div>
          {listed ? (
            <ChangePanel
              entries={entries}
              shown={shown}
              notShown={notShown}
              filter={filter}
              onFilter={setFilter}
              current={current?.change ?? null}
              onChoose={choose}
            />
          ) : null}
        </div>
      )}
      <AccountingLine view={view} />
    </div>
  );
}

/** How the reader was left last time; remembered for the next one. */
function useViewChoices() {
  const { preferences } = useServices();
  const [mode, setMode] = useState<CompareMode>(() => modeOf(preferences.recall('compare.mode', 'side')));
  const [folded, setFolded] = useState(() => preferences.recallFlag('compare.folded', false));
  const [listed, setListed] = useState(() => preferences.recallFlag('compare.listed', true));
  return {
    mode,
    folded,
    listed,
    setMode: (next: CompareMode) => {
      setMode(next);
      // The Markdown is a side glance; the next comparison opens rendered.
      if (next !== 'markdown') preferences.remember('compare.mode', next);
    },
    setFolded: (next: boolean) => {
      setFolded(next);
      preferences.remember('compare.folded', next);
    },
    setListed: (next: boolean) => {
      setListed(next);
      preferences.remember('compare.listed', next);
    },
  };
}

function modeOf(text: string): CompareMode {
  return text === 'inline' ? 'inline' : 'side';
}
