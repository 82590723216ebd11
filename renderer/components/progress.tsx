import { Label, ProgressBar } from 'react-aria-components';
import './progress.css';

interface ProgressProps {
  readonly label: string;
  /** 0 to 1, or null while the end is not known. */
  readonly fraction: number | null;
}

/** A bar for work that takes longer than a moment. */
export function Progress({ label, fraction }: ProgressProps) {
  const percent = fraction === null ? 0 : Math.round(fraction * 100);
  return (
    <ProgressBar className="progress" value={percent} isIndeterminate={fraction === null}>
      <Label>{label}</Label>
      <div className="progress-track">
        <div
          className={fraction === null ? 'progress-fill progress-unknown' : 'progress-fill'}
          style={{ width: fraction === null ? '30%' : `${percent}%` }}
        />
      </div>
    </ProgressBar>
  );
}

/** A small sign that something is being loaded, with words for those who do not see it. */
export function Spinner({ label }: { readonly label: string }) {
  return (
    <div className="spinner" role="status">
      <span className="spinner-ring" aria-hidden />
      <span>{label}</span>
    </div>
  );
}
