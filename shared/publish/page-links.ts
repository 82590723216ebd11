import { escapeHtml } from './raw-html.ts';

/** Where a page that belongs to a published site leads to; addresses are relative to the page. */
export interface PageLinks {
  /** The version in force, on pages of versions that no longer are. It is not named by number, so that old pages last unchanged. */
  readonly current?: string;
  readonly items: readonly { readonly text: string; readonly href: string }[];
  /** Addresses of versions by number, for the table of versions. */
  readonly versions: ReadonlyMap<number, string>;
  /** The same text or its history in other formats, named in the head of the page. */
  readonly alternates: readonly { readonly type: string; readonly title: string; readonly href: string }[];
}

/** Links to the other pages of the site, as a landmark. */
export function siteNavigation(links: PageLinks | undefined): string {
  if (!links || links.items.length === 0) return '';
  const items = links.items.map(
    ({ text, href }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(text)}</a></li>`,
  );
  return `<nav class="site" aria-label="This policy"><ul>${items.join('')}</ul></nav>`;
}

/** `link` elements for a page's head. */
export function alternateLinks(links: PageLinks | undefined): string {
  return (links?.alternates ?? [])
    .map(
      ({ type, title, href }) =>
        `<link rel="alternate" type="${escapeHtml(type)}" title="${escapeHtml(title)}" href="${escapeHtml(href)}">\n`,
    )
    .join('');
}
