import { useServices } from './services.ts';
import { useStore } from './store.ts';

/** Speaks announcements to people who use a screen reader. */
export function LiveRegion() {
  const { navigator } = useServices();
  const { text, count } = useStore(navigator.store, (state) => state.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      <span key={count}>{text}</span>
    </div>
  );
}
