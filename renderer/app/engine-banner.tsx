import { TriangleAlert } from 'lucide-react';
import { useServices } from './services.ts';
import { useStore } from './store.ts';
import './banner.css';

/** Says for as long as it lasts that the library cannot be reached, and that the text is safe in the editor. */
export function EngineBanner() {
  const { engine } = useServices();
  const { state, message } = useStore(engine, (current) => current);
  if (state !== 'stopped') return null;
  return (
    <div className="banner" role="alert">
      <TriangleAlert aria-hidden size={16} />
      <span>
        {message || 'The library cannot be reached.'} Your text stays in the editor and is saved as soon as
        the library is back.
      </span>
    </div>
  );
}
