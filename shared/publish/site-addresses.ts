/** Addresses of a site's pages, from its top folder. They never change once a version is published. */
export const SITE = {
  current: 'index.html',
  history: 'history.html',
  feed: 'feed.xml',
  data: 'policy.json',
  linkedData: 'policy.jsonld',
  sitemap: 'sitemap.xml',
} as const;

/** The page of a version, by its number. */
export function versionPage(number: number): string {
  return `versions/${number}.html`;
}

/** The text of a version as it was written. */
export function versionText(number: number): string {
  return `versions/${number}.md`;
}

/** What changed from the version before `number`. */
export function changesPage(number: number): string {
  return `changes/${number}.html`;
}

/** An address seen from a page in the same site, for pages that stand in the top folder or one below it. */
export function seenFrom(page: string, address: string): string {
  return page.includes('/') ? `../${address}` : address;
}
