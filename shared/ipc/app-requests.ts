import { z } from 'zod';
import { request } from './request.ts';
import { id, jobId, nothing, path } from './schemas.ts';

/** What the window remembers between starts. Unknown or broken values fall back to these defaults. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  author: z.string().max(200).catch(''),
  editorFontSize: z.number().min(8).max(40).catch(14),
  /** Which dictionary the text is checked against; `auto` goes by the text. */
  spelling: z.enum(['auto', 'en-US', 'en-GB', 'off']).catch('auto'),
  /** Words that the writer has taken as right. */
  dictionary: z.array(z.string().max(100)).max(10_000).catch([]),
  /** The policies opened lately, newest first, as the application menu names them. */
  recentPolicies: z
    .array(z.object({ policyId: id, label: z.string().max(1000) }))
    .max(10)
    .catch([]),
  /** Files of libraries that were open before: one of them that is missing is not silently made anew. */
  knownLibraries: z.array(z.string().max(4096)).max(100).catch([]),
  /** Panel sizes in percent by panel group id. */
  layout: z.record(z.string(), z.array(z.number())).catch({}),
  /** Small view choices by name: last policy, open panel, comparison mode. */
  view: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).catch({}),
});

export type Settings = z.infer<typeof settingsSchema>;
export type RecentPolicy = Settings['recentPolicies'][number];

export interface AppInfo {
  readonly version: string;
  readonly platform: string;
  /** Versions of what it runs on, for the About box. */
  readonly runtimes: Readonly<Record<string, string>>;
}

/** What decides which entries the context menu of the text has. */
const textMenuPlace = z.object({
  /** Where it opens, in pixels of the page; null for where the pointer is. */
  at: z.object({ x: z.number(), y: z.number() }).nullable(),
  selected: z.boolean(),
  inTable: z.boolean(),
  /** What is named there, if anything. */
  named: z.enum(['term', 'vendor', 'section']).nullable(),
  /** Something is underlined there. */
  fixable: z.boolean(),
});
export type TextMenuPlace = z.infer<typeof textMenuPlace>;

/** Electron's own part: settings, dialogs, links, files and windows. */
export const appRequests = {
  'job.cancel': request<null>()('engine', z.object({ job: jobId })),
  'app.info': request<AppInfo>()('main', nothing),
  'settings.get': request<Settings>()('main', nothing),
  'settings.set': request<null>()('main', z.object({ settings: settingsSchema.partial() })),
  /** Asks for files or a folder to import, or for the folder of a shared repository; empty when the user cancels. */
  'dialog.chooseImport': request<readonly string[]>()(
    'main',
    z.object({ what: z.enum(['files', 'folder', 'repository']) }),
  ),
  /** Asks for the folder of a site, a logo or a theme's CSS; null when the user cancels. */
  'dialog.choosePublish': request<string | null>()(
    'main',
    z.object({ what: z.enum(['site-folder', 'logo', 'css']) }),
  ),
  /** Opens the system's context menu for a place of the policy's text; what is chosen comes back as `menu.command`. */
  'menu.text': request<null>()('main', textMenuPlace),
  /** Opens http, https and mailto addresses outside the app, after asking. */
  'link.open': request<{ readonly opened: boolean }>()('main', z.object({ url: z.string().max(4096) })),
  /** Shows a file that Codicil has just written in the system's file manager. */
  'file.reveal': request<null>()('main', z.object({ path })),
  /** The answer to a `window.closing` event: every draft is on the disk, the window may go. */
  'window.closed': request<null>()('main', nothing),
} as const;
