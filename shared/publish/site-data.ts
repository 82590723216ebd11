import { escapeUTF8 } from 'entities';
import type { PolicyFace } from '../structure/read-face.ts';
import { longDate } from './format-date.ts';
import type { SiteInput, SiteVersion } from './site.ts';
import { changesPage, SITE, versionPage, versionText } from './site-addresses.ts';

/** An Atom feed (RFC 4287) of the versions, newest first. Ids come from the versions' hashes, so they last wherever the site stands. */
export function atomFeed(input: SiteInput): string {
  const newest = input.versions.at(-1);
  const entries = input.versions.toReversed().map((version) => entry(input, version));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"${input.baseUrl ? ` xml:base="${escapeUTF8(topOf(input.baseUrl))}"` : ''}>
<id>urn:codicil:${escapeUTF8(encodeURI(input.reference))}</id>
<title>${escapeUTF8(`${input.policyName} – ${input.company}`)}</title>
<updated>${newest?.summary.savedAt ?? ''}</updated>
<author><name>${escapeUTF8(input.company)}</name></author>
<generator>Codicil</generator>
<link rel="alternate" type="text/html" href="${SITE.current}"/>
<link rel="self" type="application/atom+xml" href="${SITE.feed}"/>
${entries.join('\n')}
</feed>
`;
}

/** The whole history as data, format `codicil.site/1`: programs read this instead of the pages. */
export function policyData(input: SiteInput, current: PolicyFace): string {
  const versions = input.versions.map(({ summary }, index) => ({
    number: summary.number,
    effectiveDate: summary.effectiveDate,
    savedAt: summary.savedAt,
    kind: summary.kind,
    note: summary.note,
    words: summary.words,
    textHash: summary.textHash,
    entryHash: summary.entryHash,
    previousHash: summary.previousHash,
    page: versionPage(summary.number),
    text: versionText(summary.number),
    ...(index > 0 ? { changes: changesPage(summary.number) } : {}),
  }));
  return json({
    format: 'codicil.site/1',
    company: input.company,
    policy: input.policyName,
    reference: input.reference,
    title: current.title || input.policyName,
    language: current.language,
    current: versions.at(-1)?.number,
    versions,
  });
}

/** The current version in the terms of schema.org, each past version as a part of its history. */
export function linkedData(input: SiteInput, current: PolicyFace): string {
  const newest = input.versions.at(-1)?.summary;
  return json({
    '@context': 'https://schema.org',
    '@type': 'DigitalDocument',
    name: current.title || input.policyName,
    inLanguage: current.language,
    url: absolute(input, SITE.current),
    version: newest?.number,
    datePublished: newest?.effectiveDate ?? undefined,
    dateModified: newest?.savedAt,
    publisher: { '@type': 'Organization', name: input.company },
    encodingFormat: 'text/html',
    workExample: input.versions.map(({ summary }) => ({
      '@type': 'DigitalDocument',
      name: `${input.policyName}, version ${summary.number}`,
      version: summary.number,
      datePublished: summary.effectiveDate ?? undefined,
      url: absolute(input, versionPage(summary.number)),
      abstract: summary.note || undefined,
    })),
  });
}

/** A sitemap (sitemaps.org 0.9). Search engines ask for absolute addresses, which need the site's own. */
export function sitemap(input: SiteInput): string {
  const newest = input.versions.at(-1)?.summary.savedAt ?? '';
  const pages = [
    [SITE.current, newest],
    [SITE.history, newest],
    ...input.versions.flatMap(({ summary }, index) => [
      [versionPage(summary.number), summary.savedAt],
      ...(index > 0 ? [[changesPage(summary.number), summary.savedAt]] : []),
    ]),
  ];
  const urls = pages.map(
    ([page = '', changed = '']) =>
      `<url><loc>${escapeUTF8(absolute(input, page))}</loc><lastmod>${changed.slice(0, 10)}</lastmod></url>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}

function entry(input: SiteInput, { summary }: SiteVersion): string {
  const { number, effectiveDate, savedAt, note, author, entryHash } = summary;
  const title = `Version ${number}${effectiveDate ? `, effective ${longDate(effectiveDate)}` : ''}`;
  const isFirst = number === input.versions[0]?.summary.number;
  return `<entry>
<id>urn:sha256:${entryHash}</id>
<title>${escapeUTF8(title)}</title>
<updated>${savedAt}</updated>
<author><name>${escapeUTF8(author || input.company)}</name></author>
<link rel="alternate" type="text/html" href="${versionPage(number)}"/>
${isFirst ? '' : `<link rel="related" type="text/html" title="What changed" href="${changesPage(number)}"/>\n`}<summary>${escapeUTF8(note || title)}</summary>
</entry>`;
}

function absolute(input: SiteInput, address: string): string {
  return input.baseUrl ? new URL(address, topOf(input.baseUrl)).href : address;
}

function topOf(baseUrl: string): string {
  return baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
