import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { Button, IconButton } from '../components/button.tsx';
import './notice-list.css';
import type { Notice } from './notices.ts';
import { useServices } from './services.ts';
import { useStore } from './store.ts';

/** Long enough to read two lines and reach the button; errors stay. */
const READING_TIME_MS = 9_000;
const ICONS = { info: Info, success: CircleCheck, error: CircleAlert };

/** Short messages in the corner. */
export function NoticeList() {
  const { notices } = useServices();
  const list = useStore(notices.store, (state) => state);
  return (
    <section className="notices" aria-label="Messages" aria-live="polite">
      {list.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} onDismiss={() => notices.dismiss(notice.id)} />
      ))}
    </section>
  );
}

function NoticeCard({ notice, onDismiss }: { readonly notice: Notice; readonly onDismiss: () => void }) {
  const Icon = ICONS[notice.tone];
  const { notices } = useServices();
  const { id, tone } = notice;
  useEffect(() => {
    if (tone === 'error') return;
    const timer = setTimeout(() => notices.dismiss(id), READING_TIME_MS);
    return () => clearTimeout(timer);
  }, [id, tone, notices]);
  return (
    <div className={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <Icon aria-hidden size={17} strokeWidth={1.8} />
      <div className="notice-text selectable">
        <p>{notice.text}</p>
        {notice.details ? <p className="notice-details">{notice.details}</p> : null}
      </div>
      {notice.action ? <Button onPress={notice.action.run}>{notice.action.label}</Button> : null}
      <IconButton icon={X} label="Dismiss" onPress={onDismiss} />
    </div>
  );
}
