import { ChevronDown, CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { Finding } from '../../../shared/checks/finding.ts';
import type { Severity } from '../../../shared/model/diagnostic.ts';
import { type Services, useServices } from '../../app/services.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MenuButton, type MenuEntry } from '../../components/menu.tsx';
import { RowList } from '../../components/row-list.tsx';
import { editsOfAll, type FixGroup, fixGroups } from '../fix-all.ts';
import type { Analysis } from '../text-analysis.ts';
import { rowOnLine } from './caret-row.ts';
import { useCaretLine, useGoTo } from './use-place.ts';
import { settledReading } from './use-write-back.ts';
import './checks-panel.css';

const ICONS: Readonly<Record<Severity, LucideIcon>> = {
  error: CircleAlert,
  warning: TriangleAlert,
  info: Info,
};
const NAMES: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Remark' };

/** What the checks found, in the order of the text. Ctrl+. fixes one, as in the text, and with Shift all of its rule. */
export function ChecksPanel({ analysis }: { readonly analysis: Analysis }) {
  const services = useServices();
  const { navigator } = services;
  const goTo = useGoTo();
  const line = useCaretLine();
  const findings = [...analysis.report.findings].sort((x, y) => x.from - y.from);
  const groups = fixGroups(findings);
  const fixAll = (rule: string): void => void services.writes(() => applyFixes(services, rule));
  const foot = (
    <div className="checks-foot">
      {groups.length > 0 ? (
        <MenuButton label="Fix all" entries={groups.map((group) => fixAllEntry(group, fixAll))}>
          <AriaButton className="button button-quiet">
            <span>Fix all</span>
            <ChevronDown aria-hidden size={14} />
          </AriaButton>
        </MenuButton>
      ) : null}
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
        {foot}
      </>
    );
  const fix = (finding: Finding): void => void services.writes(() => applyFix(services, finding));
  return (
    <>
      <RowList
        label="Findings"
        rows={findings}
        keyOf={(_, index) => String(index)}
        current={rowOnLine(
          findings.map((finding) => ({ line: finding.fromLine })),
          line,
        )}
        onActivate={(finding) => goTo({ range: finding })}
        estimate={50}
        onRowKey={(finding, { code, ctrlKey, metaKey, shiftKey }) => {
          if (code !== 'Period' || !(ctrlKey || metaKey)) return false;
          if (shiftKey) fixAll(finding.rule);
          else fix(finding);
          return true;
        }}
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
      {foot}
    </>
  );
}

/** Mends a finding where the text has it by now: it may have been typed in, or mended elsewhere, since the list was drawn. */
async function applyFix(services: Services, { rule, message, from }: Finding): Promise<void> {
  const { session, navigator } = services;
  const analysis = await settledReading(services);
  const same = (analysis?.report.findings ?? []).filter(
    (finding) => finding.rule === rule && finding.message === message,
  );
  const [nearest] = same.sort((x, y) => Math.abs(x.from - from) - Math.abs(y.from - from));
  if (!nearest?.edits || session.text() !== analysis?.text) {
    navigator.announce('There is no ready fix for this finding.');
    return;
  }
  session.editor.get()?.apply(nearest.edits);
  navigator.announce(`Fixed: ${message}`);
}

/** Mends all findings of a rule that have a ready fix, as one step. */
async function applyFixes(services: Services, rule: string): Promise<void> {
  const { session, navigator } = services;
  const analysis = await settledReading(services);
  const same = (analysis?.report.findings ?? []).filter((finding) => finding.rule === rule);
  const edits = editsOfAll(same.filter((finding) => finding.edits !== undefined));
  if (edits.length === 0 || session.text() !== analysis?.text) {
    navigator.announce('There is no ready fix for these findings.');
    return;
  }
  session.editor.get()?.apply(edits);
  navigator.announce(`Fixed ${edits.length} places as one step.`);
}

function fixAllEntry({ rule, title, findings }: FixGroup, run: (rule: string) => void): MenuEntry {
  return { id: rule, label: `${title} (${findings.length})`, run: () => run(rule) };
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
