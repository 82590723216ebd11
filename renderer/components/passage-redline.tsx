import type { RedlinePiece } from '../../shared/compare/redline-pieces.ts';
import './change-marks.css';

/** A short redline in one flow. */
export function PassageRedline({ pieces }: { readonly pieces: readonly RedlinePiece[] }) {
  let at = 0;
  return (
    <span className="change-marks">
      {pieces.map(({ op, text }) => {
        const key = at;
        at += text.length;
        if (op === 'keep') return <span key={key}>{text}</span>;
        return op === 'insert' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>;
      })}
    </span>
  );
}
