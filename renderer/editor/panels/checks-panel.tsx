import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { Finding } from '../../../shared/checks/finding.ts';
import type { Severity } from '../../../shared/model/diagnostic.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RowList } from '../../components/row-list.tsx';
import type { Analysis } from '../text-analysis.ts';
import { rowOnLine } from './caret-row.ts';
import { useCaretLine, useGoTo } from './use-place.ts';
import './checks-panel.css';

const ICONS: Readonly<Record<Severity, LucideIcon>> = {
  error: CircleAlert,
  warning: TriangleAlert,
  info: Info,
};
const NAMES: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Remark' };

/** What the checks found, in the order of the text, with a fix where there is one. */
export function ChecksPanel({ analysis }: { readonly analysis: Analysis }) {
  const { session, navigator } = useServices();
  const goTo = useGoTo();
  const line = useCaretLine();
  const findings = [...analysis.report.findings].sort((x, y) => x.from - y.from);
  const houseProfile = (
    <div className="checks-foot">
      <Button variant="quiet" onPress={() => navigator.open({ kind: 'house-profile' })}>
        House profile…
      </Button>
    </div>
  );
  if (findings.length === 0)
    return (
      <>
        <EmptyState place="panel" icon={CircleCheck} title="Nothing found">
          The checks look for undefined terms, wrong references, dates that disagree, and the like.
        </EmptyState>
        {houseProfile}
      </>
    );
  const fix = (finding: Finding): void => {
    // A fix is only right for the very text it was computed from.
    if (!finding.edits || session.text() !== analysis.text) return;
    session.editor.get()?.apply(finding.edits);
    navigator.announce(`Fixed: ${finding.message}`);
  };
  return (
    <>
      <RowList
        label="Findings"
        rows={findings}
        keyOf={(finding, index) => `${finding.rule}-${index}`}
        current={rowOnLine(
          findings.map((finding) => ({ line: finding.fromLine })),
          line,
        )}
        onActivate={(finding) => goTo({ range: finding })}
        estimate={50}
        controls={(finding) =>
          finding.edits ? (
            <span className="finding-fix">
              <Button aria-label={`Fix: ${finding.fix ?? ''}`} onPress={() => fix(finding)}>
                Fix
              </Button>
            </span>
          ) : null
        }
      >
        {(finding) => <FindingRow finding={finding} />}
      </RowList>
      {houseProfile}
    </>
  );
}

function FindingRow({ finding }: { readonly finding: Finding }) {
  const Icon = ICONS[finding.severity];
  return (
    <span className="finding">
      <Icon aria-hidden size={15} strokeWidth={1.8} className={`finding-${finding.severity}`} />
      <span className="finding-text">
        <span className="visually-hidden">{NAMES[finding.severity]}: </span>
        {finding.message}
        <span className="finding-place">
          Line {finding.fromLine}
          {finding.fix ? ` · ${finding.fix}` : ''}
        </span>
      </span>
    </span>
  );
}
