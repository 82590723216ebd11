import { ChevronRight, FileText } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ImportPreview, PreviewedPolicy, TrackedChoice } from '../../shared/ipc/import-requests.ts';
import { useServices } from '../app/services.ts';
import { useEngineJob } from '../app/use-engine-job.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { formatCount, formatDate } from '../components/format-date.ts';
import { Progress } from '../components/progress.tsx';
import { Segmented } from '../components/segmented.tsx';
import { CompanyField } from './company-field.tsx';
import './import-preview.css';
import { FileRow } from './import-report-dialog.tsx';

interface ImportPreviewDialogProps {
  readonly paths: readonly string[];
  readonly repositories: readonly string[];
}

const TRACKED = [
  { value: 'both', label: 'Both, as two versions' },
  { value: 'before', label: 'Only the text before' },
  { value: 'after', label: 'Only the text after' },
] as const;

const TAKE = [
  { value: 'history', label: 'Every commit as a version' },
  { value: 'files', label: 'Only the files as they are now' },
] as const;

/** What a folder or repository would bring in, before anything is. */
export function ImportPreviewDialog({ paths, repositories }: ImportPreviewDialogProps) {
  const { navigator, importer } = useServices();
  const [history, setHistory] = useState(repositories.length > 0);
  const [tracked, setTracked] = useState<TrackedChoice>('both');
  const [company, setCompany] = useState('');
  const { job } = useEngineJob('import.preview', { paths: [...paths], history, tracked });
  const preview = job.state === 'ready' ? job.value : null;
  /** Stands while the preview is made anew, so that the choice stays where it is. */
  const trackedFiles = useRef(0);
  if (preview) trackedFiles.current = preview.trackedFiles;
  const count = preview ? newVersions(preview) : 0;
  return (
    <Dialog
      title={repositories.length > 0 ? 'Import a repository' : 'What would come in'}
      size="large"
      onClose={navigator.closeDialog}
      actions={
        <>
          <Button onPress={navigator.closeDialog}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={count === 0}
            onPress={() => {
              navigator.closeDialog();
              void importer.importNow(paths, { history, tracked, company: company.trim() });
            }}
          >
            {count === 0 ? 'Import' : `Import ${formatCount(count, 'version')}`}
          </Button>
        </>
      }
    >
      <p className="preview-path selectable">{paths.join(', ')}</p>
      {repositories.length > 0 ? (
        <Segmented
          label="What to take"
          segments={TAKE}
          value={history ? 'history' : 'files'}
          onChange={(value) => setHistory(value === 'history')}
        />
      ) : null}
      {trackedFiles.current > 0 ? (
        <>
          <p>
            {trackedFiles.current === 1 ? 'A Word file has' : `${trackedFiles.current} Word files have`}{' '}
            tracked changes. Which text becomes a version?
          </p>
          <Segmented
            label="Of tracked changes, take"
            segments={TRACKED}
            value={tracked}
            onChange={setTracked}
          />
        </>
      ) : null}
      {job.state === 'running' ? (
        <Progress label={job.message || 'Looking at what is there…'} fraction={job.fraction} />
      ) : null}
      {job.state === 'failed' ? (
        <EmptyState tone="error" title="Nothing can be imported from here">
          {job.failure.message}
        </EmptyState>
      ) : null}
      {preview && preview.policies.length > 0 ? (
        <CompanyField
          value={company}
          onChange={setCompany}
          description="For all of these policies. Left empty, each goes to the company that is shown with it."
        />
      ) : null}
      {preview ? <Contents preview={preview} company={company.trim()} /> : null}
    </Dialog>
  );
}

interface ContentsProps {
  readonly preview: ImportPreview;
  /** The one that was given for all; empty where none was. */
  readonly company: string;
}

function Contents({ preview, company }: ContentsProps) {
  const { policies, refused } = preview;
  return (
    <>
      <p role="status">{summarise(preview)}</p>
      <ul className="preview-policies" aria-label="Policies that would come in">
        {policies.map((policy) => (
          <PolicyRow
            key={`${policy.company} ${policy.policy}`}
            policy={company ? { ...policy, company } : policy}
          />
        ))}
      </ul>
      {refused.length > 0 ? (
        <details>
          <summary>{formatCount(refused.length, 'file')} cannot be read</summary>
          <ul className="import-files selectable">
            {refused.map((file) => (
              <FileRow key={file.file} file={file} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function PolicyRow({ policy: { company, policy, versions } }: { readonly policy: PreviewedPolicy }) {
  const [first, last] = [versions[0], versions.at(-1)];
  const fresh = versions.filter(({ isNew }) => isNew).length;
  const span =
    first?.date === last?.date
      ? formatDate(first?.date ?? '')
      : `${formatDate(first?.date ?? '')} to ${formatDate(last?.date ?? '')}`;
  return (
    <li className="preview-policy" data-known={fresh === 0 || undefined}>
      <details>
        <summary>
          <ChevronRight aria-hidden className="preview-chevron" size={14} />
          <FileText aria-hidden size={15} strokeWidth={1.6} />
          <span className="preview-name">
            {policy} <span className="preview-company">{company}</span>
          </span>
          <span className="preview-count">
            {formatCount(versions.length, 'version')}, {span}
            {fresh === 0 ? ', already there' : fresh < versions.length ? `, ${fresh} new` : ''}
          </span>
        </summary>
        <ol className="preview-versions selectable">
          {numbered(versions).map(({ version, key }) => (
            <li key={key}>
              <span className="preview-date">{formatDate(version.date)}</span>
              <span>
                {version.note}
                {version.isNew ? '' : ' (already there)'}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}

/** Newest first; two versions may share date and note, so the place is their key. */
function numbered(versions: PreviewedPolicy['versions']) {
  return versions.map((version, index) => ({ version, key: String(index) })).toReversed();
}

function summarise({ policies }: ImportPreview): string {
  if (policies.length === 0) return 'No policy was found here.';
  const versions = policies.reduce((sum, policy) => sum + policy.versions.length, 0);
  const fresh = policies.reduce((sum, { versions: all }) => sum + all.filter(({ isNew }) => isNew).length, 0);
  const scope = `${formatCount(policies.length, 'policy', 'policies')} with ${formatCount(versions, 'version')}`;
  if (fresh === versions) return `${scope}, all new.`;
  return fresh === 0 ? `${scope}, all in the library already.` : `${scope}, ${fresh} of them new.`;
}

function newVersions({ policies }: ImportPreview): number {
  return policies.reduce((sum, { versions }) => sum + versions.filter(({ isNew }) => isNew).length, 0);
}
