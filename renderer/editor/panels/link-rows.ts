import type { Finding } from '../../../shared/checks/finding.ts';
import type { TextRange } from '../../../shared/model/text.ts';
import type { Inspection } from '../../../shared/structure/inspection.ts';

/** Whether a link or reference leads where it says. */
export type LinkState = 'ok' | 'dead' | 'wrong' | 'archived';

/** A link or a reference to a section, with its place among its own kind. */
export interface LinkRow {
  readonly kind: 'link' | 'reference';
  readonly index: number;
  readonly text: string;
  readonly target: string;
  readonly state: LinkState;
  /** What the checks say of it; empty when it is well. */
  readonly problem: string;
  readonly line: number;
  readonly range: TextRange;
}

/** What the checks' rules mean for a link. */
const STATES: Readonly<Record<string, LinkState>> = {
  'dead-anchor': 'dead',
  'wrong-section-reference': 'dead',
  'missing-section-reference': 'dead',
  'link-disagreement': 'wrong',
  'archive-link': 'archived',
};

/** All links and references in the order of the text. */
export function linkRows(inspection: Inspection, findings: readonly Finding[]): readonly LinkRow[] {
  const about = findings.filter(({ rule }) => STATES[rule] !== undefined);
  const place = (range: TextRange): Pick<LinkRow, 'state' | 'problem'> => {
    const finding = about.find(({ from, to }) => from < range.to && range.from < to);
    return { state: STATES[finding?.rule ?? ''] ?? 'ok', problem: finding?.message ?? '' };
  };
  const links = inspection.links.map(({ text, url, line, range }, index): LinkRow => {
    return { kind: 'link', index, text: text || url, target: url, line, range, ...place(range) };
  });
  const references = inspection.crossReferences.map(
    ({ text, label, line, range, target }, index): LinkRow => {
      const found = place(range);
      const state = target === '' ? 'dead' : found.state === 'dead' ? 'wrong' : found.state;
      const problem =
        target === '' ? found.problem || `This document has no section ${label}.` : found.problem;
      return { kind: 'reference', index, text, target: target || label, state, problem, line, range };
    },
  );
  return [...links, ...references].sort((x, y) => x.range.from - y.range.from);
}
