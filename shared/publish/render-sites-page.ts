import { companyMark } from './company-mark.ts';
import { htmlPage } from './html-page.ts';
import { PAGE_STYLE } from './page-style.ts';
import { type PageTheme, themeStyle } from './page-theme.ts';
import { escapeHtml } from './raw-html.ts';

/** A policy's site among several; `href` from the page that lists them. */
export interface SiteEntry {
  readonly company: string;
  readonly policy: string;
  readonly href: string;
}

/** The page that lists the sites of several policies. */
export function renderSitesPage(entries: readonly SiteEntry[], theme: PageTheme | undefined): string {
  const companies = [...new Set(entries.map(({ company }) => company))];
  const owner = companies.length === 1 ? (companies[0] ?? '') : '';
  const title = owner ? `Policies of ${owner}` : 'Policies';
  return htmlPage({
    language: 'en',
    title,
    description: `${title}: current texts and all their versions`,
    author: owner,
    style: PAGE_STYLE + themeStyle(theme),
    body: [
      `<header class="masthead"><div class="masthead-inner">${companyMark(owner, theme)}</div></header>`,
      `<div class="columns"><main>\n<h1>${escapeHtml(title)}</h1>`,
      ...companies.map((company) => listOf(company, entries, companies.length > 1)),
      '</main></div>',
      '<footer class="colophon">Published with Codicil.</footer>',
    ].join('\n'),
  });
}

function listOf(company: string, entries: readonly SiteEntry[], titled: boolean): string {
  const items = entries
    .filter((entry) => entry.company === company)
    .map(({ policy, href }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(policy)}</a></li>`);
  return `${titled ? `<h2>${escapeHtml(company)}</h2>\n` : ''}<ul>\n${items.join('\n')}\n</ul>`;
}
