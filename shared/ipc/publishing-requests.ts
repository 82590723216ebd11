import { z } from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type CompanyLook, THEME_NAMES } from '../publish/company-look.ts';
import { request } from './request.ts';
import { changeSelection, id, jobId, path, text, textReference } from './schemas.ts';

export type ExportFormat = 'html' | 'pdf' | 'docx' | 'md';

export interface WrittenFile {
  readonly file: string;
  readonly bytes: number;
}

/** A company's look, and what in it cannot be read well. */
export interface ShownLook {
  readonly look: CompanyLook;
  readonly warnings: readonly string[];
}

export interface PublishedSite {
  readonly folder: string;
  readonly files: number;
  /** Paths from the folder that are new or have changed. */
  readonly written: readonly string[];
  readonly warnings: readonly Diagnostic[];
}

/** CSS and logo of a published page, in place of the company's own. */
export const pageTheme = z.object({
  css: z.string().max(600_000).optional(),
  logo: z.string().max(1_000_000).optional(),
});

export const siteArgs = z.object({
  job: jobId,
  policyId: id,
  folder: path,
  baseUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Publish although a text states another effective date than the library. */
  ignoreDates: z.boolean(),
  /** Write into a folder that holds files of something else. */
  replace: z.boolean(),
  theme: pageTheme.optional(),
  /** The file that the policy comes from, and the pages made of the files beside it: links of the text are read as paths between them. */
  files: z
    .object({ from: path, places: z.array(z.object({ path, href: z.string().max(4000) })).max(10_000) })
    .optional(),
});

/** Pages, files and sites that leave the library. */
export const publishingRequests = {
  /** The published page as one HTML string; the preview shows exactly this. */
  'publish.html': request<string>()(
    'engine',
    z.object({
      ref: textReference,
      theme: pageTheme.optional(),
      /** To be printed: links that name no web address stand as plain words. */
      printed: z.boolean().optional(),
    }),
  ),
  /**
   * The links of a text that would lead to no page: of one that is published alone, or as a site in a folder, where the company's other
   * sites beside it count.
   */
  'publish.strayLinks': request<readonly Diagnostic[]>()(
    'engine',
    z.object({ ref: textReference, folder: path.optional() }),
  ),
  /** The published text as a Word file. */
  'publish.docx': request<Uint8Array>()(
    'engine',
    z.object({ ref: textReference, theme: pageTheme.optional() }),
  ),
  /** The comparison as a Word file with tracked changes; `author` is who Word names for them. */
  'publish.comparisonDocx': request<Uint8Array>()(
    'engine',
    z.object({ a: textReference, b: textReference, author: z.string().max(200) }),
  ),
  /** Writes the site of a policy's whole history into a folder; only files that changed are touched. */
  'publish.site': request<PublishedSite>()('engine', siteArgs),
  /** How a company's published pages look, and what of it is hard to read. */
  'look.get': request<ShownLook>()('engine', z.object({ companyId: id })),
  /** Changes some of it. Files are read into the library; null removes the logo or the CSS. */
  'look.set': request<ShownLook>()(
    'engine',
    z.object({
      companyId: id,
      theme: z.enum(THEME_NAMES).optional(),
      accent: z.union([z.literal(''), z.string().regex(/^#[0-9a-f]{6}$/i)]).optional(),
      logoFile: path.nullish(),
      cssFile: path.nullish(),
    }),
  ),
  /** The comparison as a page whose filters are set as the selection says; all changes are in it. */
  'publish.comparisonHtml': request<string>()(
    'engine',
    z.object({
      job: jobId.optional(),
      a: textReference,
      b: textReference,
      selection: changeSelection.optional(),
    }),
  ),
  /** The comparison as plain text: a unified patch of lines, CriticMarkup, or the JSON of `codicil compare --json`. */
  'publish.comparisonText': request<string>()(
    'engine',
    z.object({ a: textReference, b: textReference, form: z.enum(['patch', 'critic', 'json']) }),
  ),
  /** Writes whole or not at all; replaces an existing file only when `replace` is set (the save dialog has asked). */
  'export.write': request<WrittenFile>()(
    'engine',
    z.object({ path, content: z.union([text, z.instanceof(Uint8Array)]), replace: z.boolean() }),
  ),
  /** Writes a site as the engine's `publish.site` does; its folder may then be shown. */
  'export.site': request<PublishedSite>()('main', siteArgs),
  /** Asks where to save, exports, and says what was written; null when the user cancels. */
  'export.policy': request<WrittenFile | null>()(
    'main',
    z.object({
      job: jobId,
      ref: textReference,
      format: z.enum(['html', 'pdf', 'docx', 'md']),
      suggestedName: z.string().max(200),
    }),
  ),
  /** The very bytes that publishing as PDF would write, for the preview's pages. */
  'publish.pdf': request<Uint8Array>()('main', z.object({ job: jobId, ref: textReference })),
  'export.comparison': request<WrittenFile | null>()(
    'main',
    z.object({
      job: jobId,
      a: textReference,
      b: textReference,
      format: z.enum(['html', 'pdf', 'docx', 'patch', 'critic', 'json']),
      /** For the page and the PDF. The other forms are for work with both texts and always have all changes. */
      selection: changeSelection.optional(),
      suggestedName: z.string().max(200),
    }),
  ),
  'export.companies': request<WrittenFile | null>()(
    'main',
    z.object({
      job: jobId,
      texts: z.array(textReference).min(1).max(40),
      form: z.enum(['html', 'pdf', 'xlsx', 'coverage-csv', 'facts-csv']),
      suggestedName: z.string().max(200),
    }),
  ),
  /** The proof bundle of a policy as a file; null when the user cancels. */
  'export.proof': request<WrittenFile | null>()(
    'main',
    z.object({ policyId: id, suggestedName: z.string().max(200) }),
  ),
  'print.policy': request<null>()('main', z.object({ ref: textReference })),
} as const;
