import type { editor } from 'monaco-editor/editor/editor.api';
import type { Severity } from '../../shared/model/diagnostic.ts';
import { monaco } from './monaco.ts';
import type { Analysis } from './text-analysis.ts';

/** Owner of the marks that come from checks. */
const CHECKS = 'codicil-checks';

/** Underlines the findings of a reading, unless the text has moved on and the next reading will be here in a moment. */
export function applyFindings(model: editor.ITextModel, { text, report }: Analysis): void {
  if (model.getValueLength() !== text.length) return;
  const markers = report.findings.map((finding): editor.IMarkerData => {
    const from = model.getPositionAt(finding.from);
    const to = model.getPositionAt(Math.max(finding.to, finding.from + 1));
    return {
      severity: severityOf(finding.severity),
      message: finding.message,
      source: finding.rule,
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    };
  });
  monaco.editor.setModelMarkers(model, CHECKS, markers);
}

function severityOf(severity: Severity): number {
  switch (severity) {
    case 'error':
      return monaco.MarkerSeverity.Error;
    case 'warning':
      return monaco.MarkerSeverity.Warning;
    case 'info':
      return monaco.MarkerSeverity.Info;
  }
}
