import type { PublishedSite } from '../../shared/ipc/publishing-requests.ts';

/** What a site of a policy will hold, before it is made. */
export function siteContents(policy: string, versions: number): string {
  if (versions === 0)
    return `${policy} has no version yet. Save one first: a site is made from saved versions.`;
  const pages = versions === 1 ? 'its one version' : `each of its ${versions} versions at a lasting address`;
  const redlines = versions > 1 ? `, ${counted(versions - 1, 'redline')} between them` : '';
  return `Writes the current version of ${policy}, ${pages}${redlines}, the list of versions, a feed, the history as data, and a sitemap.`;
}

/** What became of it. */
export function siteResult({ files, written }: PublishedSite): string {
  const unchanged = files - written.length;
  if (written.length === 0) return `Nothing had changed: all ${files} files are as they were.`;
  const rest = unchanged > 0 ? `, ${unchanged} unchanged` : '';
  return `${counted(written.length, 'file')} written${rest}.`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
