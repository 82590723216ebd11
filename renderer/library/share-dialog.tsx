import { FolderGit2 } from 'lucide-react';
import { useState } from 'react';
import type { ExchangedPolicy } from '../../shared/ipc/import-requests.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { FormError } from '../components/form-error.tsx';
import { Progress, Spinner } from '../components/progress.tsx';
import { companiesOf } from './library-store.ts';
import './share.css';
import { ShareList } from './share-list.tsx';
import {
  canPull,
  canPush,
  describeExchanged,
  type ShareRow,
  shareRows,
  summariseExchange,
} from './share-rows.ts';
import { type Sharing, useSharing } from './use-sharing.ts';

interface ShareDialogProps {
  /** The policy that is meant; null for the whole library. */
  readonly policyId: number | null;
}

/** Shares policies with a team through a git repository in a folder: how both sides stand, push, pull, and what became of it. */
export function ShareDialog({ policyId }: ShareDialogProps) {
  const { navigator, client, preferences, library, notices } = useServices();
  const [folder, setFolder] = useState(() => preferences.recall('shareFolder', ''));
  const [all, setAll] = useState(policyId === null);
  const sharing = useSharing(folder);
  const companies = useStore(library.store, companiesOf);
  const listed = sharing.listed.state === 'ready' ? sharing.listed.value : null;
  const everything = listed ? shareRows(companies, listed) : [];
  const rows = all ? everything : everything.filter((row) => row.policyId === policyId);

  const choose = async (): Promise<void> => {
    const answer = await client.request('dialog.chooseImport', { what: 'repository' });
    if (!answer.ok) return notices.addFailure(answer.error);
    const [chosen] = answer.value;
    if (chosen === undefined) return;
    preferences.remember('shareFolder', chosen);
    setFolder(chosen);
  };
  return (
    <Dialog
      title="Share through a git repository"
      size="large"
      onClose={navigator.closeDialog}
      dismissable={!sharing.running}
      actions={<Actions rows={rows} sharing={sharing} onClose={navigator.closeDialog} />}
    >
      <div className="share-folder">
        <p>
          <span className="field-label">The team’s repository</span>
          <span className="share-path selectable">{folder || 'None chosen yet'}</span>
        </p>
        <Button isDisabled={sharing.running !== null} onPress={() => void choose()}>
          Choose a folder…
        </Button>
      </div>
      {folder ? (
        <Standing rows={rows} sharing={sharing} />
      ) : (
        <EmptyState icon={FolderGit2} place="panel" title="Choose where your team keeps its repository">
          A git repository in a folder, on a disk or a network share, or an empty folder in which to make one.
          Codicil makes no connections: from there, your team’s own git takes it further.
        </EmptyState>
      )}
      {all || everything.length === rows.length ? null : (
        <Button variant="quiet" onPress={() => setAll(true)}>
          Show all policies
        </Button>
      )}
      {sharing.running ? (
        <Progress
          label={`${sharing.running.title} ${sharing.running.message}`.trim()}
          fraction={sharing.running.fraction}
        />
      ) : null}
      <FormError failure={sharing.failure} />
      {sharing.report && !sharing.running ? <Report policies={sharing.report} /> : null}
    </Dialog>
  );
}

function Actions({ rows, sharing, onClose }: ActionsProps) {
  if (sharing.running) return <Button onPress={sharing.stop}>Stop</Button>;
  const pulls = rows.filter(canPull).length;
  const pushes = rows.filter(canPush).length;
  return (
    <>
      <Button onPress={onClose}>Close</Button>
      <Button isDisabled={pulls === 0} onPress={() => void sharing.bringUpToDate(rows, 'pull')}>
        {pulls > 1 ? `Pull all ${pulls}` : 'Pull'}
      </Button>
      <Button isDisabled={pushes === 0} onPress={() => void sharing.bringUpToDate(rows, 'push')}>
        {pushes > 1 ? `Push all ${pushes}` : 'Push'}
      </Button>
      <Button
        variant="primary"
        isDisabled={pulls + pushes === 0}
        onPress={() => void sharing.bringUpToDate(rows)}
      >
        Pull and push
      </Button>
    </>
  );
}

interface ActionsProps {
  readonly rows: readonly ShareRow[];
  readonly sharing: Sharing;
  readonly onClose: () => void;
}

function Standing({ rows, sharing }: Omit<ActionsProps, 'onClose'>) {
  const { listed } = sharing;
  if (listed.state === 'running') return <Spinner label="Reading the repository…" />;
  if (listed.state === 'failed')
    return (
      <EmptyState tone="error" place="panel" title="The repository cannot be read">
        {listed.failure.message}
      </EmptyState>
    );
  if (listed.state !== 'ready') return null;
  if (rows.length === 0)
    return (
      <EmptyState place="panel" title="Nothing to share yet">
        Neither your library nor the repository has a policy with versions.
      </EmptyState>
    );
  return (
    <>
      {listed.value.length === 0 ? (
        <p>Nothing is shared here yet. An empty folder becomes a repository with the first push.</p>
      ) : null}
      <ShareList rows={rows} sharing={sharing} />
    </>
  );
}

function Report({ policies }: { readonly policies: readonly ExchangedPolicy[] }) {
  return (
    <div className="share-report selectable">
      <p role="status">{summariseExchange(policies)}</p>
      <ul aria-label="What became of each policy">
        {policies.map((policy) => (
          <li
            key={`${policy.outcome} ${policy.branch}`}
            data-refused={policy.outcome === 'refused' || undefined}
          >
            {describeExchanged(policy)}
          </li>
        ))}
      </ul>
    </div>
  );
}
