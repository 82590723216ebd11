import type { Failure } from '../../shared/model/result.ts';
import './form-error.css';

/** Why a dialog's work could not be done; spoken at once. */
export function FormError({ failure }: { readonly failure: Failure | null }) {
  if (!failure) return null;
  return (
    <p className="form-error" role="alert">
      {failure.message}
    </p>
  );
}
