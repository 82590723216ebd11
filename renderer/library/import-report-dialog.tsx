import { CircleAlert, CircleCheck, CircleMinus, Info, TriangleAlert } from 'lucide-react';
import type { ImportedFile, ImportReport } from '../../shared/ipc/import-requests.ts';
import type { Diagnostic } from '../../shared/model/diagnostic.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { formatCount, formatDate } from '../components/format-date.ts';
import './import-report.css';
import { summariseImport } from './importer.ts';

const OUTCOMES = {
  imported: { icon: CircleCheck, name: 'Imported' },
  'already-there': { icon: CircleMinus, name: 'Already there' },
  refused: { icon: CircleAlert, name: 'Refused' },
} as const;

const TRACKED = {
  before: ', the text before its tracked changes',
  after: ', the text after its tracked changes',
} as const;

/** A sign and a word beside the colour. */
const SEVERITIES = {
  error: { icon: CircleAlert, name: 'Error' },
  warning: { icon: TriangleAlert, name: 'Warning' },
  info: { icon: Info, name: 'Note' },
} as const;

/** What became of each imported file, with everything the importer noticed. */
export function ImportReportDialog({ report }: { readonly report: ImportReport }) {
  const { navigator, session } = useServices();
  const first = report.files.find((file) => file.policyId !== undefined);
  const openFirst = async (): Promise<void> => {
    navigator.closeDialog();
    if (first?.policyId === undefined) return;
    navigator.show('editor');
    await session.open(first.policyId);
  };
  return (
    <Dialog
      title="Import"
      size="large"
      onClose={navigator.closeDialog}
      actions={
        <>
          <Button onPress={navigator.closeDialog}>Close</Button>
          {first ? (
            <Button variant="primary" autoFocus onPress={() => void openFirst()}>
              {`Open ${first.policy ?? 'policy'}${first.company ? ` of ${first.company}` : ''}`}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{summariseImport(report)}</p>
      <ul className="import-files selectable">
        {report.files.map((file) => (
          <FileRow key={`${file.file}-${file.policyId ?? 0}-${file.version ?? 0}`} file={file} />
        ))}
      </ul>
    </Dialog>
  );
}

/** What became of one file, with everything the importer noticed. */
export function FileRow({ file }: { readonly file: ImportedFile }) {
  const { icon: Icon, name } = OUTCOMES[file.outcome];
  return (
    <li className={`import-file import-${file.outcome}`}>
      <Icon aria-hidden size={16} strokeWidth={1.8} />
      <div>
        <p className="import-name" title={file.file}>
          {file.versions === undefined ? baseName(file.file) : file.file}
        </p>
        <p className="import-became">
          {name}
          {became(file)}
          {file.tracked ? TRACKED[file.tracked] : ''}
        </p>
        {file.diagnostics.length > 0 ? (
          <ul className="import-notes">
            {file.diagnostics.map((note) => (
              <FileNote key={`${note.line ?? 0}-${note.message}`} note={note} />
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  );
}

function FileNote({ note: { severity, line, message } }: { readonly note: Diagnostic }) {
  const { icon: Icon, name } = SEVERITIES[severity];
  return (
    <li data-severity={severity}>
      <Icon role="img" aria-label={name} size={12} strokeWidth={1.8} />
      <span>
        {line ? `Line ${line}: ` : ''}
        {message}
      </span>
    </li>
  );
}

function became({ company, policy, version, versions, effectiveDate }: ImportedFile): string {
  if (!policy) return '';
  const parts = [
    ` as ${company ? `${company}: ` : ''}${policy}`,
    version === undefined ? '' : `, version ${version}`,
    versions === undefined ? '' : `, ${formatCount(versions, 'version')}`,
    effectiveDate ? `, effective ${formatDate(effectiveDate)}` : '',
  ];
  return parts.join('');
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) || path;
}
