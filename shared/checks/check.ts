import type { MarkdownDocument } from '../markdown/document.ts';
import type { Inspection } from '../structure/inspection.ts';
import { makeReading } from '../structure/reading.ts';
import type { CheckReport } from './finding.ts';
import { toFinding } from './rule.ts';
import { RULES } from './rules.ts';

/** Applies every rule to a policy and gives the findings in the order of the text. Pure; `inspection` must be of this document. */
export function check(document: MarkdownDocument, inspection: Inspection): CheckReport {
  const context = { document, inspection, reading: makeReading(document) };
  const findings = RULES.flatMap((rule) =>
    rule.find(context).map((problem) => toFinding(context, rule, problem)),
  );
  findings.sort((x, y) => x.from - y.from || x.to - y.to || x.rule.localeCompare(y.rule));
  return { format: 'codicil.check/1', findings };
}
