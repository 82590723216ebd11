import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, IconButton } from '../components/button.tsx';
import './notice-list.css';
import type { Notice } from './notices.ts';
import { useServices } from './services.ts';
import { useStore } from './store.ts';
import { focusPart } from './window-parts.ts';

/** Long enough to read two lines; errors stay. */
const READING_TIME_MS = 9_000;
/** Long enough to read and to reach the button. */
const ACTING_TIME_MS = 20_000;
const ICONS = { info: Info, success: CircleCheck, error: CircleAlert };

/** Short messages in the corner. They go by themselves, but not while the pointer or the focus is on one; Escape dismisses that one. */
export function NoticeList() {
  const services = useServices();
  const { notices } = services;
  const list = useStore(notices.store, (state) => state);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const dismiss = (id: number): void => {
    notices.dismiss(id);
    // The button that had the focus goes with the message, and tells nobody.
    setFocused(false);
    if (focused) focusPart('text', services);
  };
  return (
    <section
      className="notices"
      aria-label="Messages"
      aria-live="polite"
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onKeyDown={({ key, target }) => {
        const card = target instanceof Element ? target.closest<HTMLElement>('[data-notice]') : null;
        if (key === 'Escape' && card) dismiss(Number(card.dataset['notice']));
      }}
    >
      {list.map((notice) => (
        <NoticeCard
          key={notice.id}
          notice={notice}
          held={pointed || focused}
          onDismiss={() => dismiss(notice.id)}
        />
      ))}
    </section>
  );
}

interface NoticeCardProps {
  readonly notice: Notice;
  /** It is being read. */
  readonly held: boolean;
  readonly onDismiss: () => void;
}

function NoticeCard({ notice, held, onDismiss }: NoticeCardProps) {
  const Icon = ICONS[notice.tone];
  const { notices } = useServices();
  const { id, tone } = notice;
  const time = notice.action ? ACTING_TIME_MS : READING_TIME_MS;
  useEffect(() => {
    if (tone === 'error' || held) return;
    const timer = setTimeout(() => notices.dismiss(id), time);
    return () => clearTimeout(timer);
  }, [id, tone, held, time, notices]);
  return (
    <div className={`notice notice-${tone}`} data-notice={id} role={tone === 'error' ? 'alert' : undefined}>
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
