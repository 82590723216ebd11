import type { VersionSummary } from '../model/policy.ts';
import { companyMark } from './company-mark.ts';
import { dateElement } from './format-date.ts';
import { htmlPage } from './html-page.ts';
import { noteHtml } from './note-html.ts';
import { alternateLinks, type PageLinks, siteNavigation } from './page-links.ts';
import { PAGE_STYLE } from './page-style.ts';
import { themeStyle } from './page-theme.ts';
import { escapeHtml } from './raw-html.ts';
import type { SiteInput } from './site.ts';
import { changesPage, SITE, versionPage } from './site-addresses.ts';

/** The list of all versions with their dates and notes, from the library alone. */
export function renderHistoryPage(input: SiteInput): string {
  const title = `Versions of ${input.policyName}`;
  const links: PageLinks = {
    items: [{ text: 'Current version', href: SITE.current }],
    versions: new Map(),
    alternates: [
      { type: 'application/atom+xml', title: 'New versions', href: SITE.feed },
      { type: 'application/json', title: 'All versions as data', href: SITE.data },
    ],
  };
  return htmlPage({
    language: 'en',
    title: `${title} – ${input.company}`,
    description: `All ${input.versions.length} versions of ${input.policyName} of ${input.company}`,
    author: input.company,
    style: PAGE_STYLE + themeStyle(input.theme),
    head: alternateLinks(links),
    body: [
      '<a class="skip" href="#versions">Skip to the versions</a>',
      `<header class="masthead"><div class="masthead-inner">${companyMark(input.company, input.theme)}</div></header>`,
      siteNavigation(links),
      `<div class="columns"><main id="versions" tabindex="-1">\n<h1>${escapeHtml(title)}</h1>\n${table(input)}\n</main></div>`,
      `<footer class="colophon"><a href="${SITE.feed}">Feed of new versions</a>. Published with Codicil.</footer>`,
    ].join('\n'),
  });
}

function table(input: SiteInput): string {
  const newestFirst = input.versions.map(({ summary }) => summary).toReversed();
  const rows = newestFirst.map((version, index) => row(version, index === newestFirst.length - 1));
  return `<div class="table-frame version-list with-record" role="group" aria-label="Versions" tabindex="0"><table>
<thead><tr><th scope="col">Version</th><th scope="col">Effective</th><th scope="col">Recorded</th><th scope="col">Change</th><th scope="col">What changed</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>`;
}

function row(version: VersionSummary, isFirst: boolean): string {
  const { number, effectiveDate, savedAt, kind, note } = version;
  const changes = isFirst
    ? ''
    : ` <a href="${changesPage(number)}">Compare with the version before<span class="hidden-words"> version ${number}</span></a>`;
  return `<tr id="version-${number}"><th scope="row"><a href="${versionPage(number)}" aria-label="Version ${number}">${number}</a></th><td>${effectiveDate ? dateElement(effectiveDate) : 'not stated'}</td><td>${dateElement(savedAt)}</td><td>${kind === 'editorial' ? 'Editorial' : 'Substantive'}</td><td>${noteHtml(note)}${changes}</td></tr>`;
}
