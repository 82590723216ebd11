import { Archive } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { LibraryBackups, RestoredLibrary } from '../../shared/ipc/library-requests.ts';
import type { Failure, Result } from '../../shared/model/result.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { FormError } from '../components/form-error.tsx';
import { formatInstant } from '../components/format-date.ts';
import { Spinner } from '../components/progress.tsx';
import { formatBytes } from '../publish/publisher.ts';
import '../editor/version-fields.css';
import './restore-dialog.css';

/** Lists the backups and puts one in the library's place; the library that it replaces is kept, and the dialog says where. */
export function RestoreDialog() {
  const { navigator, keeper } = useServices();
  const [list, setList] = useState<Result<LibraryBackups> | null>(null);
  const [chosen, setChosen] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [restoring, setRestoring] = useState(false);
  const [done, setDone] = useState<RestoredLibrary | null>(null);

  useEffect(() => {
    let gone = false;
    void keeper.backups().then((answer) => {
      if (gone) return;
      setList(answer);
      if (answer.ok) setChosen(answer.value.backups[0]?.file ?? '');
    });
    return () => {
      gone = true;
    };
  }, [keeper]);

  const restore = async (): Promise<void> => {
    setRestoring(true);
    setFailure(null);
    const answer = await keeper.restore(chosen);
    setRestoring(false);
    if (answer.ok) setDone(answer.value);
    else setFailure(answer.error);
  };
  return (
    <Dialog
      title="Restore from a backup"
      onClose={navigator.closeDialog}
      dismissable={!restoring}
      actions={
        done ? (
          <Button variant="primary" autoFocus onPress={navigator.closeDialog}>
            Close
          </Button>
        ) : (
          <>
            <Button isDisabled={restoring} onPress={navigator.closeDialog}>
              Cancel
            </Button>
            <Button variant="primary" isDisabled={chosen === '' || restoring} onPress={() => void restore()}>
              {restoring ? 'Restoring…' : 'Restore'}
            </Button>
          </>
        )
      }
    >
      {done ? <Done restored={done} /> : <Choice list={list} chosen={chosen} onChoose={setChosen} />}
      <FormError failure={failure} />
    </Dialog>
  );
}

interface ChoiceProps {
  readonly list: Result<LibraryBackups> | null;
  readonly chosen: string;
  readonly onChoose: (file: string) => void;
}

function Choice({ list, chosen, onChoose }: ChoiceProps) {
  if (!list) return <Spinner label="Looking for backups…" />;
  if (!list.ok)
    return (
      <EmptyState tone="error" place="panel" title="The backups could not be listed">
        {list.error.message}
      </EmptyState>
    );
  const { backups, folder } = list.value;
  if (backups.length === 0)
    return (
      <EmptyState icon={Archive} place="panel" title="No backup has been made yet">
        Codicil makes one a day when versions are added, and whenever you choose Back up now. They are kept in{' '}
        {folder}.
      </EmptyState>
    );
  return (
    <>
      <p>
        The backup takes the place of the library with all its policies, versions and drafts. The library as
        it is now is not deleted: it is kept beside the new one.
      </p>
      <RadioGroup className="restore-list" value={chosen} onChange={onChoose}>
        <Label className="field-label">Backups, newest first</Label>
        {backups.map((backup) => (
          <Radio key={backup.file} value={backup.file} className="save-choice restore-choice">
            {formatInstant(backup.madeAt)} <small>{formatBytes(backup.bytes)}</small>
          </Radio>
        ))}
      </RadioGroup>
      <p className="restore-folder selectable">{folder}</p>
    </>
  );
}

function Done({ restored }: { readonly restored: RestoredLibrary }) {
  return (
    <div role="status" className="selectable">
      <p>The library is restored and open.</p>
      {restored.kept ? (
        <p>
          What was there before is kept as <span className="restore-folder">{restored.kept}</span>
        </p>
      ) : null}
    </div>
  );
}
