import { useEffect, useState } from 'react';
import type { AppInfo } from '../../shared/ipc/app-requests.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import './about-dialog.css';
import { useServices } from './services.ts';
import { useStore } from './store.ts';

/** What runs here and where the library is. */
export function AboutDialog() {
  const { navigator, client, library } = useServices();
  const [info, setInfo] = useState<AppInfo | null>(null);
  const file = useStore(library.store, (state) => (state.kind === 'ready' ? state.listing.file : null));
  useEffect(() => {
    void client.request('app.info', {}).then((answer) => {
      if (answer.ok) setInfo(answer.value);
    });
  }, [client]);
  return (
    <Dialog
      title="About Codicil"
      onClose={navigator.closeDialog}
      actions={
        <Button autoFocus onPress={navigator.closeDialog}>
          Close
        </Button>
      }
    >
      <p>Codicil {info?.version ?? ''} keeps, compares and publishes policies. It never uses the network.</p>
      <dl className="about-facts selectable">
        <dt>Library</dt>
        <dd>{file ?? 'not open'}</dd>
        {Object.entries(info?.runtimes ?? {}).map(([name, version]) => (
          <Fact key={name} name={name} value={version} />
        ))}
        <dt>Licence</dt>
        <dd>MIT</dd>
      </dl>
    </Dialog>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
