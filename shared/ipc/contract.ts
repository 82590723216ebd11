import type { z } from 'zod';
import type { HouseProfile } from '../checks/profile.ts';
import { appRequests } from './app-requests.ts';
import { companiesRequests } from './companies-requests.ts';
import { comparisonRequests } from './comparison-requests.ts';
import { historyRequests } from './history-requests.ts';
import { importRequests } from './import-requests.ts';
import { libraryRequests } from './library-requests.ts';
import { publishingRequests } from './publishing-requests.ts';
import type { RequestOwner, RequestSpec } from './request.ts';
import { writingRequests } from './writing-requests.ts';

/**
 * The one contract between processes. The window asks (`requests`), Electron's main process answers what needs Electron and
 * passes the rest to the engine; both send `events`. Arguments are validated against these schemas at run time on the receiving
 * side; answers are `Result`s. Preload, handlers and the client are derived from this file.
 */

/** Every request by name. Long ones take a `job` under which progress is reported and `job.cancel` stops them. */
export const requests = {
  ...libraryRequests,
  ...writingRequests,
  ...comparisonRequests,
  ...companiesRequests,
  ...historyRequests,
  ...importRequests,
  ...publishingRequests,
  ...appRequests,
} as const;

export type RequestName = keyof typeof requests;
export type RequestArgs<Name extends RequestName> = z.infer<(typeof requests)[Name]['args']>;
export type RequestValue<Name extends RequestName> =
  (typeof requests)[Name] extends RequestSpec<RequestOwner, z.ZodType, infer Value> ? Value : never;
/** Requests that the engine answers. */
export type EngineRequest = {
  [Name in RequestName]: (typeof requests)[Name]['owner'] extends 'engine' ? Name : never;
}[RequestName];

/** Requests of the engine's process rather than of an open library. */
export type KeeperRequest = 'library.backups' | 'library.restore' | 'library.begin';

/** Commands of the application menu that act inside the window. */
export const menuCommands = [
  'policy.new',
  'policy.import',
  'version.save',
  'view.editor',
  'view.preview',
  'view.history',
  'view.compare',
  'view.companies',
  'view.search',
  'view.library',
  'compare.next',
  'compare.previous',
  'export.site',
  'publish.look',
  'export.html',
  'export.pdf',
  'export.docx',
  'export.markdown',
  'print',
  'library.verify',
  'library.backup',
  'library.restore',
  'library.share',
  'policy.proof',
  'policy.import-folder',
  'edit.undo',
  'edit.redo',
  'edit.select-all',
  'find',
  'replace',
  'section',
  'definition',
  'uses',
  'rename.term',
  'fix',
  'lifeline.trace',
  'table.row-above',
  'table.row-below',
  'table.row-delete',
  'table.column-left',
  'table.column-right',
  'table.column-delete',
  'table.align-left',
  'table.align-center',
  'table.align-right',
  'table.tidy',
  'finding.next',
  'format.link',
  'insert.table',
  'clause.insert',
  'clause.keep',
  'note',
  'format.bold',
  'format.italic',
  'format.heading1',
  'format.heading2',
  'format.heading3',
  'format.bullets',
  'format.numbers',
  'panel.outline',
  'panel.details',
  'panel.vendors',
  'panel.terms',
  'panel.commitments',
  'panel.history',
  'panel.checks',
  'panel.links',
  'panel.notes',
  'toggle.side',
  'toggle.library',
  'toggle.ages',
  'house.profile',
  'palette',
  'app.about',
  'app.shortcuts',
  'app.settings',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** Everything the other processes tell the window unasked. */
export interface Events {
  'job.progress': {
    readonly job: string;
    readonly done: number;
    readonly total: number;
    readonly message: string;
  };
  'library.changed': { readonly policyId: number | null };
  'clauses.changed': Record<string, never>;
  'profile.changed': { readonly profile: HouseProfile };
  /** The engine stopped or could not open the library; the editor keeps its text and says so. */
  'engine.status': { readonly state: 'starting' | 'ready' | 'stopped'; readonly message: string };
  'menu.command': { readonly command: MenuCommand };
  /** A policy was chosen from the menu's list of those opened lately. */
  'menu.openPolicy': { readonly policyId: number };
  'theme.changed': { readonly dark: boolean };
  /** The window is about to close: save the draft, then call `window.closed`. */
  'window.closing': Record<string, never>;
}
export type EventName = keyof Events;
