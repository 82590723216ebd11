import type { Change, Comparison } from '../../../shared/compare/comparison.ts';
import type { Redline, RedlineBlock, RedlineRow, RedlineRun } from '../../../shared/compare/redline.ts';

/** A change with defaults, for tests that care about one or two of its fields. */
export function makeChange(id: number, fields: Partial<Change> = {}): Change {
  return {
    id,
    kind: 'replace',
    class: 'substantive',
    fromA: 0,
    toA: 0,
    fromB: 0,
    toB: 0,
    sectionA: [],
    sectionB: [],
    signals: [],
    spans: [],
    ...fields,
  };
}

/** A comparison that holds the given changes; its texts are empty. */
export function makeComparison(changes: readonly Change[]): Comparison {
  return {
    format: 'codicil.compare/1',
    precise: true,
    a: { label: 'Old', text: '' },
    b: { label: 'New', text: '' },
    spans: [],
    changes,
    stats: { wordsA: 0, wordsB: 0, kept: 0, inserted: 0, deleted: 0, moved: 0, byClass: {} },
  };
}

const NOTATION = /\{(\d+):([^/}]*)\/([^}]*)\}|[^{]+/g;

/** Runs of one text: `keep it {1:7/up to 60} days` deletes "7" and inserts "up to 60" as change 1. */
export function makeRuns(notation: string): RedlineRun[] {
  return [...notation.matchAll(NOTATION)].flatMap(([whole, id, before = '', after = '']): RedlineRun[] => {
    if (id === undefined) return [{ op: 'keep', text: whole, styles: [] }];
    const change = Number(id);
    return [
      ...(before ? [{ op: 'delete' as const, text: before, styles: [], change }] : []),
      ...(after ? [{ op: 'insert' as const, text: after, styles: [], change }] : []),
    ];
  });
}

/** A redline of one row for each line; a line that begins with `# ` is a heading. */
export function makeRedline(...lines: readonly string[]): Redline {
  return { rows: lines.map(makeRow) };
}

function makeRow(line: string, index: number): RedlineRow {
  const runs = makeRuns(line.replace(/^# /, ''));
  const changes = [...new Set(runs.flatMap((run) => run.change ?? []))];
  const block = (own: readonly RedlineRun[]): RedlineBlock =>
    line.startsWith('# ')
      ? { kind: 'heading', marker: '', level: 2, runs: own }
      : { kind: 'paragraph', quote: 0, runs: own };
  return {
    id: index + 1,
    status: changes.length > 0 ? 'changed' : 'same',
    a: block(runs.filter((run) => run.op !== 'insert')),
    b: block(runs.filter((run) => run.op !== 'delete')),
    inline: block(runs),
    changes,
  };
}
