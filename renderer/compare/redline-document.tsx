import {
  memo,
  type ReactNode,
  type Ref,
  startTransition,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { Redline, RedlineRow } from '../../shared/compare/redline.ts';
import { type Fold, foldLabel } from './fold-rows.ts';
import { rowWeights } from './overview-marks.ts';
import type { RedlineContext } from './redline-context.ts';
import { markArrival, markCurrent, markQuiet, type RevealTarget, revealIn, topRow } from './redline-dom.ts';
import { type RedlineLayout, RedlineRowView } from './redline-row.tsx';

/** What the view does to the drawn document besides giving it properties. */
export interface RedlineHandle {
  /** The scrolled element. */
  readonly scroller: HTMLElement | null;
  /** Draws everything that is still to come. */
  drawAll(): void;
  /** Brings a change, or a row, into sight. */
  reveal(target: RevealTarget): void;
  /** Shows where a jump arrived. */
  arrive(row: number): void;
  /** Position of the first row in sight. */
  topRow(): number;
}

interface RedlineDocumentProps {
  readonly redline: Redline;
  readonly context: RedlineContext;
  readonly layout: RedlineLayout;
  readonly labelA: string;
  readonly labelB: string;
  /** Runs of rows that are collapsed now. */
  readonly folds: readonly Fold[];
  readonly current: { readonly row: number; readonly change: number } | null;
  /** Changes that the filter leaves unmarked. */
  readonly quiet: ReadonlySet<number>;
  readonly onUnfold: (fold: Fold) => void;
  readonly onJump: (row: number) => void;
  /** A sign of a change without visible words was pressed. */
  readonly onChange: (change: number) => void;
  readonly handle: Ref<RedlineHandle>;
}

/**
 * Rows are drawn in pages, each with `content-visibility: auto`: all of the text is in the page for find, screen readers and
 * read-back, yet only pages near the window are laid out (docs/decisions/0050).
 */
const PAGE_ROWS = 16;
/** Pages drawn at once; more than the largest screen shows. The rest follow in steps that give way to input. */
const FIRST_PAGES = 3;
const STEP_PAGES = 12;
/** Height of a line of the document's text, for pages not laid out yet. */
const LINE_PIXELS = 25;

/** The redline itself: a table of facing columns, or one column with both texts in one flow. */
export function RedlineDocument(props: RedlineDocumentProps): ReactNode {
  const { redline, context, layout, folds, current, quiet, onJump, onChange, handle } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const pages = useMemo(() => cutPages(redline.rows, layout), [redline, layout]);
  const [drawn, setDrawn] = useState(FIRST_PAGES);
  const foldsByPage = useMemo(() => sortFolds(folds, pages.length), [folds, pages.length]);

  useEffect(() => {
    if (drawn >= pages.length) return;
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + STEP_PAGES)));
    return () => clearTimeout(timer);
  }, [drawn, pages.length]);

  // After every drawing, since new pages come without them; the document is drawn anew only for a reason.
  useLayoutEffect(() => {
    markCurrent(scroller.current, current);
    markQuiet(scroller.current, quiet);
  });

  useEffect(
    () => (scroller.current ? listenTo(scroller.current, onJump, onChange) : undefined),
    [onJump, onChange],
  );

  useImperativeHandle(handle, () => {
    const drawAll = () => flushSync(() => setDrawn(pages.length));
    return {
      get scroller() {
        return scroller.current;
      },
      drawAll,
      reveal(target) {
        if (target.row >= drawn * PAGE_ROWS) drawAll();
        if (scroller.current) revealIn(scroller.current, target);
      },
      arrive(row) {
        if (scroller.current) markArrival(scroller.current, row);
      },
      topRow: () => (scroller.current ? topRow(scroller.current) : 0),
    };
  }, [pages.length, drawn]);

  return (
    <section ref={scroller} className="rl-scroller selectable" data-layout={layout} aria-label="Both texts">
      <table
        className="rl-document change-marks"
        aria-label="Comparison"
        aria-rowcount={redline.rows.length + 1}
      >
        <thead className="rl-heads">
          <tr>
            {layout === 'inline' ? (
              <th scope="col">
                {props.labelA} → {props.labelB}
              </th>
            ) : (
              <>
                <th scope="col">{props.labelA}</th>
                <th scope="col">{props.labelB}</th>
              </>
            )}
          </tr>
        </thead>
        {pages.map((page, index) => (
          <RedlinePage
            key={page.from}
            page={page}
            layout={layout}
            context={context}
            drawn={index < drawn}
            folds={foldsByPage[index] ?? NO_FOLDS}
            onUnfold={props.onUnfold}
          />
        ))}
      </table>
    </section>
  );
}

interface Page {
  readonly from: number;
  readonly rows: readonly RedlineRow[];
  readonly lines: number;
}

const NO_FOLDS: readonly Fold[] = [];

interface PageProps {
  readonly page: Page;
  readonly layout: RedlineLayout;
  readonly context: RedlineContext;
  readonly drawn: boolean;
  readonly folds: readonly Fold[];
  readonly onUnfold: (fold: Fold) => void;
}

const RedlinePage = memo(function RedlinePage(props: PageProps): ReactNode {
  const { page, folds, drawn } = props;
  const end = page.from + page.rows.length;
  const wholly = folds.some((fold) => fold.from < page.from && fold.to >= end);
  const height = `${Math.round(page.lines * LINE_PIXELS)}px`;
  return (
    <tbody
      className="rl-page"
      hidden={wholly}
      style={drawn ? { containIntrinsicBlockSize: `auto ${height}` } : { blockSize: height }}
    >
      {drawn ? page.rows.map((row, at) => drawRow(row, page.from + at, props)) : null}
    </tbody>
  );
});

function drawRow(row: RedlineRow, index: number, { layout, context, folds, onUnfold }: PageProps): ReactNode {
  const fold = folds.find(({ from, to }) => from <= index && index < to);
  const view = (
    <RedlineRowView
      key={row.id}
      row={row}
      index={index}
      layout={layout}
      hidden={fold !== undefined}
      context={context}
    />
  );
  if (fold?.from !== index) return view;
  return [
    <tr key={`fold-${index}`} className="rl-fold">
      <td>
        <button type="button" onClick={() => onUnfold(fold)}>
          {foldLabel(fold)}
        </button>
      </td>
    </tr>,
    view,
  ];
}

function cutPages(rows: readonly RedlineRow[], layout: RedlineLayout): readonly Page[] {
  const weights = rowWeights(rows, layout === 'inline');
  const pages: Page[] = [];
  for (let from = 0; from < rows.length; from += PAGE_ROWS) {
    const lines = weights.slice(from, from + PAGE_ROWS).reduce((sum, weight) => sum + weight, 0);
    pages.push({ from, rows: rows.slice(from, from + PAGE_ROWS), lines });
  }
  return pages;
}

function sortFolds(folds: readonly Fold[], pages: number): readonly (readonly Fold[])[] {
  const byPage = Array.from({ length: pages }, (): Fold[] => []);
  for (const fold of folds)
    for (let page = Math.floor(fold.from / PAGE_ROWS); page * PAGE_ROWS < fold.to; page++)
      byPage[page]?.push(fold);
  return byPage;
}

/**
 * Listens once for all rows: chips go to the other place, notes to their change, and a selection stays in the column it began in, since text of the
 * other would be of no use in between. Also lets the keyboard reach and scroll the text.
 */
function listenTo(
  scroller: HTMLElement,
  onJump: (row: number) => void,
  onChange: (change: number) => void,
): () => void {
  const onClick = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const { jump, change } = button?.dataset ?? {};
    if (jump !== undefined) onJump(Number(jump));
    else if (change !== undefined) onChange(Number(change));
  };
  const onMouseDown = ({ target }: Event) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-side]') : null;
    scroller.dataset['selecting'] = cell?.dataset['side'] ?? '';
  };
  scroller.tabIndex = 0;
  scroller.addEventListener('click', onClick);
  scroller.addEventListener('mousedown', onMouseDown);
  return () => {
    scroller.removeEventListener('click', onClick);
    scroller.removeEventListener('mousedown', onMouseDown);
  };
}
