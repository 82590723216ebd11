import { useEffect, useState } from 'react';
import { Checkbox, Form } from 'react-aria-components';
import type { PublishedSite } from '../../shared/ipc/publishing-requests.ts';
import type { Diagnostic } from '../../shared/model/diagnostic.ts';
import type { VersionSummary } from '../../shared/model/policy.ts';
import type { Failure } from '../../shared/model/result.ts';
import { newJobId } from '../app/client.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { FormError } from '../components/form-error.tsx';
import { Progress } from '../components/progress.tsx';
import './publish-dialogs.css';
import { siteContents, siteResult } from './site-words.ts';

type Step =
  | { readonly kind: 'form'; readonly failure: Failure | null }
  | { readonly kind: 'running'; readonly job: string; readonly fraction: number | null }
  | { readonly kind: 'done'; readonly site: PublishedSite };

/** Publishes the whole history of the open policy as a site into a folder, with progress, and says what was written. */
export function SiteDialog() {
  const { navigator, client, session, preferences } = useServices();
  const document = useStore(session.store, (state) => (state.kind === 'open' ? state.document : null));
  const policyId = document?.policyId ?? 0;
  const [folder, setFolder] = useState(() => preferences.recall(`siteFolder.${policyId}`, ''));
  const [baseUrl, setBaseUrl] = useState(() => preferences.recall(`siteAddress.${policyId}`, ''));
  const [replace, setReplace] = useState(false);
  const [ignoreDates, setIgnoreDates] = useState(false);
  const [step, setStep] = useState<Step>({ kind: 'form', failure: null });
  const strays = useStrayLinks(document?.detail.versions, folder);
  const addressError =
    baseUrl && !/^https?:\/\/\S+$/.test(baseUrl) ? 'An address begins with https://' : undefined;

  const choose = async (): Promise<void> => {
    const answer = await client.request('dialog.choosePublish', { what: 'site-folder' });
    if (answer.ok && answer.value) setFolder(answer.value);
  };
  const publish = async (): Promise<void> => {
    const job = newJobId();
    setStep({ kind: 'running', job, fraction: null });
    const stop = client.on('job.progress', (progress) => {
      if (progress.job === job) setStep({ kind: 'running', job, fraction: progress.done / progress.total });
    });
    const answer = await client.request('export.site', {
      job,
      policyId,
      folder,
      replace,
      ignoreDates,
      ...(baseUrl ? { baseUrl } : {}),
    });
    stop();
    if (!answer.ok) return setStep({ kind: 'form', failure: answer.error });
    preferences.remember(`siteFolder.${policyId}`, folder);
    preferences.remember(`siteAddress.${policyId}`, baseUrl);
    setStep({ kind: 'done', site: answer.value });
  };

  if (!document) return null;
  if (step.kind === 'done') return <SiteReport site={step.site} />;
  const running = step.kind === 'running' ? step : null;
  const failure = step.kind === 'form' ? step.failure : null;
  const versions = document.detail.versions.length;
  return (
    <Dialog
      title="Publish a site with all versions"
      onClose={navigator.closeDialog}
      dismissable={!running}
      actions={
        <>
          <Button
            onPress={() =>
              running ? void client.request('job.cancel', { job: running.job }) : navigator.closeDialog()
            }
          >
            Cancel
          </Button>
          <Button
            variant="primary"
            type="submit"
            form="publish-site"
            isDisabled={running !== null || !folder || versions === 0 || addressError !== undefined}
          >
            {running ? 'Publishing…' : 'Publish'}
          </Button>
        </>
      }
    >
      <Form
        id="publish-site"
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        <p>{siteContents(document.detail.policy.name, versions)}</p>
        <div className="publish-file">
          <Field
            label="Folder"
            value={folder}
            onChange={setFolder}
            description="Only files that changed are touched."
          />
          <Button onPress={() => void choose()}>Choose…</Button>
        </div>
        <Field
          label="Web address (optional)"
          value={baseUrl}
          onChange={setBaseUrl}
          error={addressError}
          description="Where the site will stand, for the feed and the sitemap. All other links are relative."
        />
        {failure?.code === 'exists' || replace ? (
          <Choice selected={replace} onChange={setReplace}>
            Write into this folder although it holds other files
          </Choice>
        ) : null}
        {failure?.code === 'conflict' || ignoreDates ? (
          <Choice selected={ignoreDates} onChange={setIgnoreDates}>
            Publish although a text states another date than its version
          </Choice>
        ) : null}
        <Warnings name="Links that lead to no page" warnings={strays} />
        <FormError failure={failure} />
        {running ? <Progress label="Making pages" fraction={running.fraction} /> : null}
      </Form>
    </Dialog>
  );
}

function SiteReport({ site }: { readonly site: PublishedSite }) {
  const { navigator, client, notices } = useServices();
  const reveal = async (): Promise<void> => {
    const answer = await client.request('file.reveal', { path: indexOf(site.folder) });
    if (!answer.ok) notices.addFailure(answer.error);
  };
  return (
    <Dialog
      title="The site is published"
      onClose={navigator.closeDialog}
      actions={
        <>
          <Button onPress={() => void reveal()}>Show in folder</Button>
          <Button variant="primary" onPress={navigator.closeDialog}>
            Close
          </Button>
        </>
      }
    >
      <p role="status">{siteResult(site)}</p>
      <p className="publish-path">{site.folder}</p>
      <Warnings name="Warnings" warnings={site.warnings} />
    </Dialog>
  );
}

interface WarningsProps {
  readonly name: string;
  readonly warnings: readonly Diagnostic[];
}

function Warnings({ name, warnings }: WarningsProps) {
  if (warnings.length === 0) return null;
  return (
    <ul className="publish-warnings" aria-label={name}>
      {warnings.map(({ message }) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}

/** Of the current version, if its site stood in this folder. */
function useStrayLinks(versions: readonly VersionSummary[] = [], folder: string): readonly Diagnostic[] {
  const { client } = useServices();
  const [strays, setStrays] = useState<readonly Diagnostic[]>([]);
  const newest = versions.toSorted((one, other) => other.number - one.number)[0]?.id;
  useEffect(() => {
    if (newest === undefined) return;
    let gone = false;
    const ref = { kind: 'version', versionId: newest } as const;
    void client.request('publish.strayLinks', { ref, ...(folder ? { folder } : {}) }).then((answer) => {
      if (!gone) setStrays(answer.ok ? answer.value : []);
    });
    return () => {
      gone = true;
    };
  }, [client, newest, folder]);
  return strays;
}

interface ChoiceProps {
  readonly selected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly children: string;
}

function Choice({ selected, onChange, children }: ChoiceProps) {
  return (
    <Checkbox className="publish-choice" isSelected={selected} onChange={onChange}>
      {children}
    </Checkbox>
  );
}

function indexOf(folder: string): string {
  return `${folder}${folder.includes('\\') ? '\\' : '/'}index.html`;
}
