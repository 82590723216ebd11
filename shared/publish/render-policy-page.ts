import type { VersionSummary } from '../model/policy.ts';
import type { PolicyFace } from '../structure/read-face.ts';
import { companyMark } from './company-mark.ts';
import type { PublishedHeading } from './decorate-tree.ts';
import { dateElement, longDate } from './format-date.ts';
import { htmlPage } from './html-page.ts';
import type { LinkRules } from './link-rules.ts';
import { noteHtml } from './note-html.ts';
import { editionElement, editionText } from './page-edition.ts';
import { alternateLinks, type PageLinks, siteNavigation } from './page-links.ts';
import { PAGE_STYLE } from './page-style.ts';
import { type PageTheme, themeStyle } from './page-theme.ts';
import { escapeHtml } from './raw-html.ts';
import { type RenderedBody, renderBodyForPage } from './render-policy-body.ts';

export interface PolicyPageInput {
  readonly text: string;
  readonly inspection: PolicyFace;
  readonly company: string;
  readonly policyName: string;
  /** The version that `text` is; null for a draft or a file. */
  readonly version: VersionSummary | null;
  /** Every version of the policy, in any order; empty for a file. */
  readonly history: readonly VersionSummary[];
  readonly theme?: PageTheme;
  /** The other pages of the site that this page belongs to; absent where the file stands alone. */
  readonly links?: PageLinks;
  /** What becomes of the text's own links that name no web address; absent where the file stands alone. */
  readonly linkRules?: LinkRules;
}

/** Ids of the page itself, which no heading may take. */
const PAGE_IDS = ['policy-text', 'page-contents', 'page-versions'];
/** Contents go as deep as sections and their parts; deeper headings would make them longer than they help. */
const DEEPEST_IN_CONTENTS = 3;
/** Fewer sections than this are found without contents. */
const FEWEST_FOR_CONTENTS = 3;

/** A policy as one self-contained, accessible HTML file: nothing is loaded, nothing runs. */
export function renderPolicyPage(input: PolicyPageInput): string {
  const body = renderBody(input);
  const title = (body.ownTitle && input.inspection.title) || input.policyName;
  return htmlPage({
    language: input.inspection.language,
    title: input.company ? `${title} – ${input.company}` : title,
    description: summarise(input, title),
    author: input.company,
    style: PAGE_STYLE + themeStyle(input.theme),
    head:
      editionElement(editionText(input.version?.number ?? null, effectiveDate(input))) +
      alternateLinks(input.links),
    body: [
      '<a class="skip" href="#policy-text">Skip to the text</a>',
      masthead(input),
      siteNavigation(input.links),
      '<div class="columns">',
      contents(body.headings),
      `<main id="policy-text" tabindex="-1">\n${supersededNote(input.links)}<article>\n${body.html}\n</article>\n${versions(input)}</main>`,
      '</div>',
      footer(input),
    ].join('\n'),
  });
}

/** The text with its own title as the page's, or under the policy's name where it has none. */
function renderBody(input: PolicyPageInput): RenderedBody {
  const body = renderBodyForPage(input.text, PAGE_IDS, input.linkRules);
  return body.ownTitle ? body : { ...body, html: `<h1>${escapeHtml(input.policyName)}</h1>\n${body.html}` };
}

/** The date from the version, else from the text. */
function effectiveDate(input: PolicyPageInput): string | null {
  const stated = input.inspection.dates.find(({ kind }) => kind === 'effective')?.iso;
  return input.version?.effectiveDate ?? stated ?? null;
}

function summarise(input: PolicyPageInput, title: string): string {
  const effective = effectiveDate(input);
  const owner = input.company ? ` of ${input.company}` : '';
  return `${title}${owner}${effective ? `, effective ${longDate(effective)}` : ''}`;
}

function masthead(input: PolicyPageInput): string {
  const effective = effectiveDate(input);
  const facts = [
    effective ? fact('Effective', dateElement(effective)) : '',
    input.version ? fact('Version', String(input.version.number)) : '',
  ].join('');
  const company = companyMark(input.company, input.theme);
  const stated = facts ? `<dl class="facts">${facts}</dl>` : '';
  if (!company && !stated) return '';
  return `<header class="masthead"><div class="masthead-inner">${company}${stated}</div></header>`;
}

function fact(name: string, html: string): string {
  return `<div><dt>${name}</dt><dd>${html}</dd></div>`;
}

function supersededNote(links: PageLinks | undefined): string {
  if (!links?.current) return '';
  return `<p class="superseded" role="note">This version is no longer in force. <a href="${escapeHtml(links.current)}">Read the current version.</a></p>\n`;
}

function contents(headings: readonly PublishedHeading[]): string {
  const listed = headings.filter(({ level, text }) => level > 1 && level <= DEEPEST_IN_CONTENTS && text);
  if (listed.length < FEWEST_FOR_CONTENTS) return '';
  return `<nav class="contents" aria-labelledby="page-contents">\n<h2 id="page-contents">Contents</h2>\n${contentsList(listed)}\n</nav>`;
}

function contentsList(headings: readonly PublishedHeading[]): string {
  const top = Math.min(...headings.map(({ level }) => level));
  let html = '';
  for (let index = 0; index < headings.length; ) {
    const heading = headings[index];
    let next = index + 1;
    while ((headings[next]?.level ?? 0) > top) next++;
    const inner = headings.slice(index + 1, next);
    if (heading)
      html += `<li><a href="#${encodeURIComponent(heading.anchor)}">${escapeHtml(heading.text)}</a>${inner.length > 0 ? contentsList(inner) : ''}</li>\n`;
    index = next;
  }
  return `<ol>${html}</ol>`;
}

function versions(input: PolicyPageInput): string {
  if (input.history.length === 0) return '';
  const rows = input.history
    .toSorted((one, other) => other.number - one.number)
    .map(
      (version) =>
        `<tr><th scope="row">${versionNumber(version.number, input.links)}</th><td>${version.effectiveDate ? dateElement(version.effectiveDate) : 'not stated'}</td><td>${version.kind === 'editorial' ? 'Editorial' : 'Substantive'}</td><td>${noteHtml(version.note)}</td></tr>`,
    )
    .join('\n');
  return `<section class="versions" aria-labelledby="page-versions">
<h2 id="page-versions">Versions of this document</h2>
<div class="table-frame version-list" role="group" aria-label="Versions" tabindex="0"><table>
<thead><tr><th scope="col">Version</th><th scope="col">Effective</th><th scope="col">Change</th><th scope="col">What changed</th></tr></thead>
<tbody>
${rows}
</tbody></table></div>
</section>
`;
}

function versionNumber(number: number, links: PageLinks | undefined): string {
  const href = links?.versions.get(number);
  return href === undefined
    ? String(number)
    : `<a href="${escapeHtml(href)}" aria-label="Version ${number}">${number}</a>`;
}

function footer(input: PolicyPageInput): string {
  const saved = input.version
    ? `Version ${input.version.number}, recorded ${dateElement(input.version.savedAt)}.`
    : '';
  return `<footer class="colophon">${saved} Published with Codicil.</footer>`;
}
