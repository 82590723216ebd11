import { useState } from 'react';
import type { Failure } from '../../shared/model/result.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { FormError } from '../components/form-error.tsx';

/** Asks before what was written since the last version is thrown away. */
export function DiscardDraftDialog() {
  const { navigator, session } = useServices();
  const [failure, setFailure] = useState<Failure | null>(null);
  const discard = async (): Promise<void> => {
    const answer = await session.discardDraft();
    if (answer.ok) navigator.closeDialog();
    else setFailure(answer.error);
  };
  return (
    <Dialog
      title="Discard the draft?"
      size="small"
      onClose={navigator.closeDialog}
      actions={
        <>
          <Button autoFocus onPress={navigator.closeDialog}>
            Keep it
          </Button>
          <Button variant="danger" onPress={() => void discard()}>
            Discard
          </Button>
        </>
      }
    >
      <p>Everything written since the last saved version is removed. Saved versions stay as they are.</p>
      <FormError failure={failure} />
    </Dialog>
  );
}
