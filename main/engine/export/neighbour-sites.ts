import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { NamedPage } from '../../../shared/publish/find-page.ts';
import { SITE } from '../../../shared/publish/site-addresses.ts';
import { siteReference } from './publish-site.ts';

/** The sites of a company's other policies that stand beside a site's folder, by the names of their policies. */
export function neighbourSites(folder: string, company: string): NamedPage[] {
  const around = dirname(folder);
  if (!existsSync(around)) return [];
  return readdirSync(around, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name === basename(folder)) return [];
    const [owner, slug] = (siteReference(join(around, entry.name)) ?? '').split('/');
    return owner === company && slug
      ? [{ slug, href: `../${encodeURIComponent(entry.name)}/${SITE.current}` }]
      : [];
  });
}
