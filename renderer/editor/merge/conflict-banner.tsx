import { GitMerge } from 'lucide-react';
import { useServices } from '../../app/services.ts';
import { useStore } from '../../app/store.ts';
import { Button } from '../../components/button.tsx';
import { formatInstant } from '../../components/format-date.ts';
import { type OpenDocument, versionInConflict } from '../document-session.ts';
import './conflict-banner.css';

/** Says that another version came in while the draft was being written, and leads to merging the two. */
export function ConflictBanner({ document }: { readonly document: OpenDocument }) {
  const { session, navigator } = useServices();
  const theirs = useStore(session.saving, (saving) => versionInConflict(document, saving));
  if (!theirs) return null;
  const { baseVersion, policyId } = document;
  const begun = baseVersion === null ? 'before there was any version' : `from version ${baseVersion}`;
  return (
    <div className="conflict-banner" role="alert">
      <GitMerge aria-hidden size={16} />
      <p>
        Version {theirs.number} came in {formatInstant(theirs.savedAt)}
        {theirs.author ? ` by ${theirs.author}` : ''}. Your draft was begun {begun}; nothing of either is
        lost.
      </p>
      <Button
        onPress={() =>
          navigator.compare({ kind: 'version', versionId: theirs.id }, { kind: 'draft', policyId })
        }
      >
        Compare
      </Button>
      <Button variant="primary" onPress={() => navigator.open({ kind: 'merge' })}>
        Merge…
      </Button>
    </div>
  );
}
