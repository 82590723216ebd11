import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './empty-state.css';

interface EmptyStateProps {
  readonly icon?: LucideIcon;
  readonly title: string;
  /** Says what to do next. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `panel` is small and stands at the top; `view` fills the middle of a view. */
  readonly place?: 'panel' | 'view';
  readonly tone?: 'quiet' | 'error';
}

/** What a view shows when it has nothing to show, or could not: why, and what to do. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  actions,
  place = 'view',
  tone = 'quiet',
}: EmptyStateProps) {
  return (
    <div className={`empty empty-${place} empty-${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      {Icon ? <Icon aria-hidden size={place === 'view' ? 30 : 20} strokeWidth={1.4} /> : null}
      <p className="empty-title">{title}</p>
      {children ? <div className="empty-text">{children}</div> : null}
      {actions ? <div className="empty-actions">{actions}</div> : null}
    </div>
  );
}
