import {
  type ReactNode,
  type RefObject,
  useCallback,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ComparisonView } from '../../shared/ipc/comparison-requests.ts';
import type { TextReference } from '../../shared/ipc/schemas.ts';
import { useServices } from '../app/services.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { AccountingLine } from './accounting-line.tsx';
import { filterChanges, NO_FILTER } from './change-filter.ts';
import { indexChanges } from './change-index.ts';
import { ChangePanel } from './change-panel.tsx';
import { type CompareMode, CompareToolbar } from './compare-toolbar.tsx';
import { Consequences } from './consequences.tsx';
import { FactChanges } from './fact-changes.tsx';
import { FindBar } from './find-bar.tsx';
import { OverviewStrip } from './overview-strip.tsx';
import { RawDiff } from './raw-diff.tsx';
import { copyEntries, exportEntries } from './redline-commands.ts';
import { redlineContext } from './redline-context.ts';
import { RedlineDocument, type RedlineHandle } from './redline-document.tsx';
import type { RevealTarget } from './redline-dom.ts';
import type { RedlineLayout } from './redline-row.tsx';
import { rowAtOffset } from './redline-text.ts';
import { useChangeSteps } from './use-change-steps.ts';
import { useFind } from './use-find.ts';
import { useFolds } from './use-folds.ts';

interface RedlineReaderProps {
  readonly view: ComparisonView;
  /** The view as it came from the engine. */
  readonly packed: string;
  readonly a: TextReference;
  readonly b: TextReference;
  readonly labelA: string;
  readonly labelB: string;
  readonly onCopyToDraft?: (text: string) => void;
}

/** A finished comparison: the redline with its change list, overview, find and commands. */
export function RedlineReader(props: RedlineReaderProps): ReactNode {
  const { view, packed, a, b, labelA, labelB, onCopyToDraft } = props;
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
  // The text comes first: listing a thousand changes takes as long as drawing the first screen.
  const settled = useDeferredValue(true, false);

  const { folds, unfold, unfoldAt } = useFolds(redline.rows, shown, folded);
  const { current, position, step, choose } = useChangeSteps(shown, document, unfoldAt);
  const find = useFind(document, unfoldAt);
  const jump = useCallback(
    (row: number) => {
      unfoldAt(row);
      document.current?.reveal({ row });
      document.current?.arrive(row);
    },
    [unfoldAt],
  );
  const goTo = useCallback(
    (side: 'a' | 'b', offset: number) => jump(rowAtOffset(redline, side, offset)),
    [redline, jump],
  );
  const chooseById = useCallback(
    (id: number) => {
      const entry = shown.find(({ change }) => change.id === id);
      if (entry) choose(entry);
    },
    [shown, choose],
  );
  const changeMode = useKeptPlace(document, layout, current, setMode);

  return (
    <div className="cmp-reader">
      <CompareToolbar
        mode={mode}
        onMode={changeMode}
        position={position}
        total={shown.length}
        onStep={step}
        folded={folded}
        onFolded={setFolded}
        listed={listed}
        onListed={setListed}
        onFind={find.open}
        copyEntries={copyEntries({ comparison, current, services, onCopyToDraft })}
        exportEntries={exportEntries({ filter, a, b, labelA, labelB, services })}
      />
      {find.isOpen && mode !== 'markdown' ? (
        <FindBar
          redline={redline}
          layout={layout}
          onShow={find.show}
          onChoose={find.choose}
          onClose={find.close}
        />
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
                key={`text-${layout}`}
                redline={redline}
                context={context}
                layout={layout}
                labelA={labelA}
                labelB={labelB}
                folds={folds}
                current={current}
                quiet={quiet}
                onUnfold={unfold}
                onJump={jump}
                onChange={chooseById}
                handle={document}
              />
            )}
            <OverviewStrip
              key={`strip-${layout}`}
              rows={redline.rows}
              shown={shown}
              layout={layout}
              document={document}
              onGo={(entry, row) => (entry ? choose(entry) : jump(row))}
            />
          </div>
          {listed && !settled ? <aside className="cmp-panel" aria-busy /> : null}
          {listed && settled ? (
            <ChangePanel
              head={
                <>
                  <Consequences comparison={comparison} onChange={chooseById} onGo={goTo} />
                  <FactChanges a={a} b={b} onGo={goTo} />
                </>
              }
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
      <AccountingLine comparison={comparison} packed={packed} />
    </div>
  );
}

/** Changing the layout keeps the reader at the current change, or at the row that was on top. */
function useKeptPlace(
  document: RefObject<RedlineHandle | null>,
  layout: RedlineLayout,
  current: { readonly row: number; readonly change: number } | null,
  setMode: (mode: CompareMode) => void,
): (mode: CompareMode) => void {
  const place = useRef<RevealTarget | null>(null);
  useLayoutEffect(() => {
    if (layout && place.current) document.current?.reveal(place.current);
  }, [document, layout]);
  return (mode) => {
    place.current = current ?? { row: document.current?.topRow() ?? 0, place: 'start' };
    setMode(mode);
  };
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
