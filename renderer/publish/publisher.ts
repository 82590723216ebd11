import type { ExportFormat } from '../../shared/ipc/publishing-requests.ts';
import type { TextReference } from '../../shared/ipc/schemas.ts';
import type { VersionSummary } from '../../shared/model/policy.ts';
import type { Client } from '../app/client.ts';
import type { Jobs } from '../app/jobs.ts';
import type { Notices } from '../app/notices.ts';
import type { DocumentSession } from '../editor/document-session.ts';

export type PublishFormat = ExportFormat;

export interface Publisher {
  /** Publishes the open policy as it stands in the editor. */
  publish(format: PublishFormat): Promise<void>;
  /** Publishes one saved version of it. */
  publishVersion(version: VersionSummary, format: PublishFormat): Promise<void>;
  print(): Promise<void>;
  /** What publishing would publish now; null when nothing is open. */
  openText(): TextReference | null;
}

interface PublisherOptions {
  readonly client: Client;
  readonly jobs: Jobs;
  readonly notices: Notices;
  readonly session: DocumentSession;
}

const FORMAT_NAMES: Readonly<Record<PublishFormat, string>> = {
  html: 'web page',
  pdf: 'PDF',
  docx: 'Word file',
  md: 'Markdown file',
};

/** A notice with more lines would cover the work. */
const MOST_SAID = 4;

/** Writes the open policy to files and to the printer. */
export function createPublisher({ client, jobs, notices, session }: PublisherOptions): Publisher {
  async function write(ref: TextReference, suggestedName: string, format: PublishFormat): Promise<void> {
    if (format !== 'md') await sayStrayLinks(ref);
    const title = `Publishing as ${FORMAT_NAMES[format]}`;
    const answer = await jobs.run(title, 'export.policy', (job) => ({ job, ref, format, suggestedName }));
    if (!answer.ok) return notices.addFailure(answer.error);
    const written = answer.value;
    if (!written) return;
    notices.add({
      tone: 'success',
      text: `Published ${baseName(written.file)} (${formatBytes(written.bytes)}).`,
      action: {
        label: 'Show in folder',
        run: () => void client.request('file.reveal', { path: written.file }),
      },
    });
  }

  /** What a reader of the published file would run into is said before it is written. */
  async function sayStrayLinks(ref: TextReference): Promise<void> {
    const answer = await client.request('publish.strayLinks', { ref });
    if (!answer.ok || answer.value.length === 0) return;
    const { length } = answer.value;
    const lines = answer.value.slice(0, MOST_SAID).map(({ message }) => message);
    const more = length > MOST_SAID ? [`And ${length - MOST_SAID} more.`] : [];
    notices.add({
      tone: 'info',
      text: `${length === 1 ? 'A link leads' : `${length} links lead`} to no page that is published with this one.`,
      details: [...lines, ...more].join('\n'),
    });
  }

  /** The open text with its name; a draft that is on the disk is not needed for that. */
  function openText(): { ref: TextReference; name: string } | null {
    const state = session.store.get();
    const text = session.text();
    if (state.kind !== 'open' || text === null) return null;
    const { detail, policyId } = state.document;
    const label = `${detail.company.name} ${detail.policy.name}`;
    return { ref: { kind: 'text', label, text, policyId }, name: fileName(label) };
  }

  return {
    async publish(format) {
      const open = openText();
      if (open) await write(open.ref, open.name, format);
      else notices.add({ tone: 'info', text: 'Open a policy to publish it.' });
    },
    async publishVersion(version, format) {
      const state = session.store.get();
      if (state.kind !== 'open') return;
      const { company, policy } = state.document.detail;
      const name = fileName(
        `${company.name} ${policy.name} ${version.effectiveDate ?? `v${version.number}`}`,
      );
      await write({ kind: 'version', versionId: version.id }, name, format);
    },
    async print() {
      const open = openText();
      if (!open) return;
      const answer = await client.request('print.policy', { ref: open.ref });
      if (!answer.ok) notices.addFailure(answer.error);
    },
    openText: () => openText()?.ref ?? null,
  };
}

/** A name that every file system accepts, without an extension. */
export function fileName(label: string): string {
  const name = label
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  return name.slice(0, 120).replace(/[. ]+$/, '') || 'policy';
}

/** 512 bytes, 14 KB, 2.3 MB: as file managers say it. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
