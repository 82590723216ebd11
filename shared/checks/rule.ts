import type { MarkdownDocument } from '../markdown/document.ts';
import type { Severity } from '../model/diagnostic.ts';
import type { TextEdit, TextRange } from '../model/text.ts';
import type { Inspection } from '../structure/inspection.ts';
import type { Reading } from '../structure/reading.ts';
import type { Finding } from './finding.ts';
import type { LibraryDates } from './library-dates.ts';
import type { HouseProfile } from './profile.ts';

/** What a rule looks at: the text, its parsed form, and what was read from it. */
export interface CheckContext {
  readonly document: MarkdownDocument;
  readonly inspection: Inspection;
  readonly reading: Reading;
  readonly profile: HouseProfile;
  readonly library: LibraryDates;
}

/** One kind of mistake. `name` is public: it stands in findings, in house profiles and in the user guide. */
export interface Rule {
  readonly name: string;
  /** What the rule looks for, for the list of rules in the settings. */
  readonly title: string;
  find(context: CheckContext): Problem[];
}

/** A finding before it knows its rule and lines. */
export interface Problem {
  readonly range: TextRange;
  readonly severity: Severity;
  readonly message: string;
  readonly fix?: Fix;
}

/** A change that removes the problem; without edits it is advice. */
export interface Fix {
  readonly label: string;
  readonly edits?: readonly TextEdit[];
}

/** Completes a problem to a finding. */
export function toFinding(context: CheckContext, rule: Rule, problem: Problem): Finding {
  const { lines } = context.reading;
  const { from, to } = problem.range;
  return {
    rule: rule.name,
    severity: context.profile.severities[rule.name] ?? problem.severity,
    message: problem.message,
    fromLine: lines.lineAt(from),
    toLine: lines.lineAt(Math.max(from, to - 1)),
    from,
    to,
    ...(problem.fix ? { fix: problem.fix.label } : {}),
    ...(problem.fix?.edits ? { edits: problem.fix.edits } : {}),
  };
}

/** Where findings about the whole document are shown: its first heading, else its first line of text. */
export function documentRange({ reading, document }: CheckContext): TextRange {
  const title = reading.headings[0] ?? reading.passages.find(({ kind }) => kind !== 'metadata');
  const line = reading.lines.lineAt(title?.range.from ?? 0);
  const to = Math.min(title?.range.to ?? document.text.length, reading.lines.endOf(line));
  return { from: title?.range.from ?? 0, to };
}
