import { TriangleAlert, X } from 'lucide-react';
import { Button, IconButton } from '../components/button.tsx';
import { useServices } from './services.ts';
import { useStore } from './store.ts';
import './banner.css';

/** Says for as long as it lasts that the library cannot be reached, and that the text is safe in the editor. */
export function EngineBanner() {
  const { engine, navigator, library } = useServices();
  const { state, message } = useStore(engine, (current) => current);
  if (state === 'ready' && message) return <Warning message={message} />;
  if (state !== 'stopped') return null;
  return (
    <div className="banner" role="alert">
      <TriangleAlert aria-hidden size={16} />
      <span>
        {message || 'The library cannot be reached.'} Your text stays in the editor and is saved as soon as
        the library is back.
      </span>
      <Button onPress={() => void library.reload()}>Try again</Button>
      <Button onPress={() => navigator.open({ kind: 'restore' })}>Restore a backup…</Button>
    </div>
  );
}

/** The library works, and something about it should be known: it is an older copy, or no backup could be made. */
function Warning({ message }: { readonly message: string }) {
  const { engine, navigator } = useServices();
  return (
    <div className="banner banner-warning" role="alert">
      <TriangleAlert aria-hidden size={16} />
      <span>{message}</span>
      <Button onPress={() => navigator.open({ kind: 'verify' })}>Check the library…</Button>
      <Button onPress={() => navigator.open({ kind: 'restore' })}>Restore a backup…</Button>
      <IconButton icon={X} label="Dismiss" onPress={() => engine.patch({ message: '' })} />
    </div>
  );
}
