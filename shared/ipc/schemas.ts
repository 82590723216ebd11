import { z } from 'zod';
import { CHANGE_CLASSES, type ChangeSelection, SIGNALS } from '../compare/change-selection.ts';

/**
 * The one contract between processes. The window asks (`requests`), Electron's main process answers what needs Electron and
 * passes the rest to the engine; both send `events`. Arguments are validated against these schemas at run time on the receiving
 * side; answers are `Result`s. Preload, handlers and the client are derived from this file.
 */

export const id = z.number().int().positive();

export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const jobId = z.string().min(1).max(64);

export const path = z.string().min(1).max(4096);

/** A text of a policy; 64 MiB of UTF-16 is far above every import limit. */
export const text = z.string().max(32 * 1024 * 1024);

/** A text to read: a version or the draft of a policy in the library, or text at hand with a label. */
export const textReference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('version'), versionId: id }),
  z.object({ kind: z.literal('draft'), policyId: id }),
  /** `policyId` where the text is that policy's, as it stands in the editor. */
  z.object({ kind: z.literal('text'), label: z.string().max(500), text, policyId: id.optional() }),
]);

export type TextReference = z.infer<typeof textReference>;

/** Which changes of a comparison are marked. */
export const changeSelection: z.ZodType<ChangeSelection> = z.object({
  hiddenClasses: z.array(z.enum(CHANGE_CLASSES)),
  signals: z.array(z.enum(SIGNALS)),
  section: z.string().max(10_000).nullable(),
});

export const nothing = z.object({});
