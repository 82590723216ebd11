import type { LibraryBackups, PolicyDetail, RestoredLibrary } from '../../shared/ipc/library-requests.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Client } from '../app/client.ts';
import type { Notices } from '../app/notices.ts';
import type { DocumentSession } from '../editor/document-session.ts';
import type { Library } from './library-store.ts';

/** What keeps the library safe: backups, putting one back, and proofs for others. */
export interface LibraryKeeper {
  backUp(): Promise<void>;
  /** Makes a new library in the place of one that is missing. */
  beginAnew(): Promise<void>;
  backups(): Promise<Result<LibraryBackups>>;
  /** Puts a backup in the library's place and shows it. */
  restore(file: string): Promise<Result<RestoredLibrary>>;
  /** Writes a policy's chain so that someone else can check it. */
  exportProof(detail: PolicyDetail): Promise<void>;
}

interface LibraryKeeperOptions {
  readonly client: Client;
  readonly library: Library;
  readonly session: DocumentSession;
  readonly notices: Notices;
}

/** Wires what keeps the library safe. */
export function createLibraryKeeper({
  client,
  library,
  session,
  notices,
}: LibraryKeeperOptions): LibraryKeeper {
  return {
    async backUp() {
      const answer = await client.request('library.backup', {});
      if (answer.ok) notices.add({ tone: 'success', text: 'Backed up.', details: answer.value.file });
      else notices.addFailure(answer.error);
    },
    async beginAnew() {
      const answer = await client.request('library.begin', {});
      if (!answer.ok) notices.addFailure(answer.error);
      await library.reload();
    },
    backups: () => client.request('library.backups', {}),
    async restore(file) {
      // What cannot be saved (the library is damaged) stays in the editor, and is said there.
      await session.flush();
      const answer = await client.request('library.restore', { file });
      if (!answer.ok) return answer;
      await library.reload();
      await session.reopen();
      return answer;
    },
    async exportProof({ policy, company }) {
      const suggestedName = `${company.name} ${policy.name} proof`.slice(0, 200);
      const answer = await client.request('export.proof', { policyId: policy.id, suggestedName });
      if (!answer.ok) return notices.addFailure(answer.error);
      const written = answer.value;
      if (!written) return;
      notices.add({
        tone: 'success',
        text: 'Proof bundle written. Anyone can check it with the script in the documentation, without Codicil.',
        details: written.file,
        action: {
          label: 'Show in folder',
          run: () => void client.request('file.reveal', { path: written.file }),
        },
      });
    },
  };
}
