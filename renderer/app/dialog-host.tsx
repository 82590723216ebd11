import { DiscardDraftDialog } from '../editor/discard-draft-dialog.tsx';
import { MergeDialog } from '../editor/merge/merge-dialog.tsx';
import { NoteDialog } from '../editor/notes/note-dialog.tsx';
import { SaveVersionDialog } from '../editor/save-version-dialog.tsx';
import { AttachVersionDialog } from '../history/attach-version-dialog.tsx';
import { CorrectVersionDialog } from '../history/correct-version-dialog.tsx';
import { ImportPreviewDialog } from '../library/import-preview-dialog.tsx';
import { ImportReportDialog } from '../library/import-report-dialog.tsx';
import { NewPolicyDialog } from '../library/new-policy-dialog.tsx';
import { RenameDialog } from '../library/rename-dialog.tsx';
import { RestoreDialog } from '../library/restore-dialog.tsx';
import { ShareDialog } from '../library/share-dialog.tsx';
import { VerifyDialog } from '../library/verify-dialog.tsx';
import { LookDialog } from '../publish/look-dialog.tsx';
import { SiteDialog } from '../publish/site-dialog.tsx';
import { ClauseDialog } from '../templates/clause-dialog.tsx';
import { ClauseLibraryDialog } from '../templates/clause-library-dialog.tsx';
import { HouseProfileDialog } from '../templates/house-profile-dialog.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { CommandPalette } from './command-palette.tsx';
import { useServices } from './services.ts';
import { SettingsDialog } from './settings-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useStore } from './store.ts';

/** The one open dialog. */
export function DialogHost() {
  const { navigator } = useServices();
  const dialog = useStore(navigator.store, (state) => state.dialog);
  if (!dialog) return null;
  switch (dialog.kind) {
    case 'new-policy':
      return <NewPolicyDialog company={dialog.company} />;
    case 'rename':
      return <RenameDialog target={dialog.target} />;
    case 'save-version':
      return <SaveVersionDialog />;
    case 'discard-draft':
      return <DiscardDraftDialog />;
    case 'attach-version':
      return <AttachVersionDialog policyId={dialog.policyId} entry={dialog.entry} />;
    case 'correct-version':
      return <CorrectVersionDialog version={dialog.version} />;
    case 'merge':
      return <MergeDialog />;
    case 'import-preview':
      return <ImportPreviewDialog paths={dialog.paths} repositories={dialog.repositories} />;
    case 'import-report':
      return <ImportReportDialog report={dialog.report} />;
    case 'publish-site':
      return <SiteDialog />;
    case 'publish-look':
      return <LookDialog />;
    case 'verify':
      return <VerifyDialog />;
    case 'restore':
      return <RestoreDialog />;
    case 'share':
      return <ShareDialog policyId={dialog.policyId} />;
    case 'clauses':
      return <ClauseLibraryDialog />;
    case 'clause':
      return <ClauseDialog clause={dialog.clause} onClose={() => navigator.open({ kind: 'clauses' })} />;
    case 'house-profile':
      return <HouseProfileDialog />;
    case 'note':
      return <NoteDialog offset={dialog.offset} />;
    case 'palette':
      return <CommandPalette />;
    case 'about':
      return <AboutDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'settings':
      return <SettingsDialog />;
  }
}
