import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AlignmentDiagnostic } from '../../shared/align/alignment.ts';

/** Says plainly which texts could not be read, so that their empty cells mean nothing. */
export function UnreadNotices({
  diagnostics,
}: {
  readonly diagnostics: readonly AlignmentDiagnostic[];
}): ReactNode {
  return diagnostics.map(({ document, message }) => (
    <p key={document} className="co-unread" role="note">
      <TriangleAlert aria-hidden size={15} />
      {message}
    </p>
  ));
}
