import { buildRedline } from '../compare/build-redline.ts';
import { compareInSteps } from '../compare/compare.ts';
import { parseDocument } from '../markdown/parse-document.ts';
import type { VersionSummary } from '../model/policy.ts';
import { type PolicyFace, readFace } from '../structure/read-face.ts';
import { longDate } from './format-date.ts';
import { type FindPage, type LinkRules, LONE_PAGE } from './link-rules.ts';
import type { PageLinks } from './page-links.ts';
import type { PageTheme } from './page-theme.ts';
import { renderComparisonPage } from './render-comparison-page.ts';
import { renderHistoryPage } from './render-history-page.ts';
import { renderPolicyPage } from './render-policy-page.ts';
import { changesPage, SITE, seenFrom, versionPage, versionText } from './site-addresses.ts';
import { atomFeed, linkedData, policyData, sitemap } from './site-data.ts';

/** A published policy: everything that its site is made from. */
export interface SiteInput {
  readonly company: string;
  readonly policyName: string;
  /** `company/policy`, which names the policy for programs. */
  readonly reference: string;
  /** In order of number, at least one. The last is the current version. */
  readonly versions: readonly SiteVersion[];
  readonly theme?: PageTheme;
  /** Finds the pages that are published beside the site, from its top folder; absent where it stands alone. */
  readonly findPage?: FindPage;
  /** The web address of the site's top folder. Without it every address in the site is relative. */
  readonly baseUrl?: string;
}

export interface SiteVersion {
  readonly summary: VersionSummary;
  readonly text: string;
}

/** A version together with what its text says. */
export interface InspectedVersion extends SiteVersion {
  readonly inspection: PolicyFace;
}

/** Reads what the versions' texts say, one a step. */
export function* inspectVersions(versions: readonly SiteVersion[]): Generator<number, InspectedVersion[]> {
  const inspected: InspectedVersion[] = [];
  for (const version of versions) {
    yield inspected.length;
    inspected.push({ ...version, inspection: readFace(parseDocument(version.text)) });
  }
  return inspected;
}

export interface SiteFile {
  /** From the site's top folder, with `/`. */
  readonly path: string;
  readonly content: string;
}

/** How far a site is: pages made and pages in all. */
export interface SiteStep {
  readonly done: number;
  readonly total: number;
  /** A file that has just been made; absent between files, where the work may be stopped. */
  readonly file?: SiteFile;
}

/** Makes a policy's site file by file. Pure; the same input gives the same files. `versions` are those of the input. */
export function* siteFiles(
  input: SiteInput,
  versions: readonly InspectedVersion[],
): Generator<SiteStep, void> {
  const newest = versions.at(-1);
  if (!newest) return;
  const total = versions.length * 3 + 5;
  let done = 0;
  const made = (path: string, content: string): SiteStep => ({
    done: ++done,
    total,
    file: { path, content },
  });
  for (const [index, version] of versions.entries()) {
    const { number } = version.summary;
    yield made(versionText(number), version.text);
    yield made(versionPage(number), policyPage(input, version, versionPage(number)));
    const before = versions[index - 1];
    if (before) yield made(changesPage(number), yield* changes(before, version, { done, total }));
  }
  yield made(SITE.current, policyPage(input, newest, SITE.current));
  yield made(SITE.history, renderHistoryPage(input));
  yield made(SITE.feed, atomFeed(input));
  yield made(SITE.data, policyData(input, newest.inspection));
  yield made(SITE.linkedData, linkedData(input, newest.inspection));
  yield made(SITE.sitemap, sitemap(input));
}

function policyPage(input: SiteInput, version: InspectedVersion, page: string): string {
  return renderPolicyPage({
    text: version.text,
    inspection: version.inspection,
    company: input.company,
    policyName: input.policyName,
    version: version.summary,
    history: input.versions
      .map(({ summary }) => summary)
      .filter(({ number }) => number <= version.summary.number),
    ...(input.theme ? { theme: input.theme } : {}),
    links: policyLinks(input, version.summary, page),
    linkRules: linkRules(input, page),
  });
}

function linkRules({ findPage }: SiteInput, page: string): LinkRules {
  if (!findPage) return LONE_PAGE;
  const find: FindPage = (address) => {
    const found = findPage(address);
    return found === null ? null : seenFrom(page, found);
  };
  return { find, stray: 'keep' };
}

function policyLinks(input: SiteInput, { number }: VersionSummary, page: string): PageLinks {
  const newest = input.versions.at(-1)?.summary.number ?? number;
  const first = input.versions[0]?.summary.number ?? number;
  const at = (address: string): string => seenFrom(page, address);
  const items = [{ text: 'All versions', href: at(SITE.history) }];
  if (number > first) items.push({ text: 'What changed in this version', href: at(changesPage(number)) });
  if (page === SITE.current)
    items.push({ text: 'Lasting address of this version', href: at(versionPage(number)) });
  return {
    ...(number < newest ? { current: at(SITE.current) } : {}),
    items,
    versions: new Map(input.versions.map(({ summary }) => [summary.number, at(versionPage(summary.number))])),
    alternates: [
      { type: 'text/markdown', title: 'Text', href: at(versionText(number)) },
      { type: 'application/atom+xml', title: 'New versions', href: at(SITE.feed) },
      { type: 'application/json', title: 'All versions as data', href: at(SITE.data) },
      { type: 'application/ld+json', title: 'schema.org', href: at(SITE.linkedData) },
    ],
  };
}

function* changes(
  before: SiteVersion,
  version: InspectedVersion,
  progress: { readonly done: number; readonly total: number },
): Generator<SiteStep, string> {
  const steps = compareInSteps(
    { label: versionLabel(before.summary), text: before.text },
    { label: versionLabel(version.summary), text: version.text },
  );
  let step = steps.next();
  while (!step.done) {
    yield progress;
    step = steps.next();
  }
  const page = changesPage(version.summary.number);
  return renderComparisonPage({
    comparison: step.value,
    redline: buildRedline(step.value),
    language: version.inspection.language,
    links: {
      items: [
        { text: 'Current version', href: seenFrom(page, SITE.current) },
        { text: 'All versions', href: seenFrom(page, SITE.history) },
        { text: 'The version before', href: seenFrom(page, versionPage(before.summary.number)) },
        { text: 'This version', href: seenFrom(page, versionPage(version.summary.number)) },
      ],
      versions: new Map(),
      alternates: [],
    },
  });
}

/** "Version 3, 25 May 2018". */
export function versionLabel({ number, effectiveDate }: VersionSummary): string {
  return `Version ${number}${effectiveDate ? `, ${longDate(effectiveDate)}` : ''}`;
}
