import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { neighbourSites } from '../../../../main/engine/export/neighbour-sites.ts';
import {
  publishSite,
  type SiteOptions,
  type SiteReport,
} from '../../../../main/engine/export/publish-site.ts';
import type { Result } from '../../../../shared/model/result.ts';
import { findByName } from '../../../../shared/publish/find-page.ts';
import type { SiteInput } from '../../../../shared/publish/site.ts';
import { sampleVersion } from '../../../shared/publish/sample-version.ts';
import { htmlFaults } from '../../../shared/publish/validate-html.ts';

const samples = fileURLToPath(new URL('../../../../resources/samples/hollowreed', import.meta.url));
const DATES = ['2014-03-03', '2016-09-12', '2018-05-25', '2019-11-04'];

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'codicil-site-')), 'site');
});
afterEach(() => rmSync(dirname(folder), { recursive: true }));

function input(count: number, given: Partial<SiteInput> = {}): SiteInput {
  return {
    company: 'Hollowreed & Co',
    policyName: 'Privacy Policy',
    reference: 'hollowreed/privacy',
    versions: DATES.slice(0, count).map((effectiveDate, index) => ({
      summary: sampleVersion({ number: index + 1, effectiveDate, entryHash: String(index).repeat(64) }),
      text: readFileSync(join(samples, `privacy-${effectiveDate}.md`), 'utf8'),
    })),
    ...given,
  };
}

function publish(site: SiteInput, options: SiteOptions = {}): Result<SiteReport> {
  const steps = publishSite(site, folder, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function written(result: Result<SiteReport>): readonly string[] {
  if (!result.ok) throw new Error(result.error.message);
  return result.value.written;
}

function files(): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
}

describe('publishSite', () => {
  it('writes every version, every step, the history and the data', () => {
    publish(input(3));
    expect(files()).toEqual([
      '.codicil-site.json',
      'changes/2.html',
      'changes/3.html',
      'feed.xml',
      'history.html',
      'index.html',
      'policy.json',
      'policy.jsonld',
      'sitemap.xml',
      'versions/1.html',
      'versions/1.md',
      'versions/2.html',
      'versions/2.md',
      'versions/3.html',
      'versions/3.md',
    ]);
  });

  it('writes nothing the second time, and with a new version only what it changes', () => {
    publish(input(3));
    expect(written(publish(input(3)))).toEqual([]);
    expect(written(publish(input(4)))).toEqual([
      'versions/3.html',
      'versions/4.md',
      'versions/4.html',
      'changes/4.html',
      'index.html',
      'history.html',
      'feed.xml',
      'policy.json',
      'policy.jsonld',
      'sitemap.xml',
    ]);
  });

  it('holds valid HTML whose links all lead somewhere in the site', async () => {
    publish(input(4));
    const pages = files().filter((file) => file.endsWith('.html'));
    for (const page of pages) {
      const html = readFileSync(join(folder, page), 'utf8');
      expect(await htmlFaults(html), page).toEqual([]);
      for (const [, href = ''] of html.matchAll(/ href="([^"#:]+)"/g))
        expect(existsSync(join(folder, dirname(page), href)), `${page}: ${href}`).toBe(true);
      for (const [, fragment = ''] of html.matchAll(/ href="#([^"]+)"/g))
        expect(html, `${page}: ${fragment}`).toContain(`id="${decodeURIComponent(fragment)}"`);
    }
  });

  it('says on an old version that it is not in force, and not on the current one', () => {
    publish(input(2));
    const page = (name: string): string => readFileSync(join(folder, name), 'utf8');
    expect(page('versions/1.html')).toContain('no longer in force');
    expect(page('versions/2.html')).not.toContain('no longer in force');
    expect(page('index.html')).not.toContain('no longer in force');
  });

  it('gives data whose hashes and addresses are those of the versions', () => {
    publish(input(2, { baseUrl: 'https://hollowreed.example/legal' }));
    const data: unknown = JSON.parse(readFileSync(join(folder, 'policy.json'), 'utf8'));
    expect(data).toMatchObject({
      format: 'codicil.site/1',
      current: 2,
      versions: [
        { number: 1, page: 'versions/1.html', entryHash: '0'.repeat(64) },
        { number: 2, changes: 'changes/2.html', effectiveDate: '2016-09-12' },
      ],
    });
    expect(readFileSync(join(folder, 'sitemap.xml'), 'utf8')).toContain(
      '<loc>https://hollowreed.example/legal/versions/2.html</loc>',
    );
    const feed = readFileSync(join(folder, 'feed.xml'), 'utf8');
    expect(feed.indexOf('Version 2')).toBeLessThan(feed.indexOf('Version 1'));
    expect(feed).toContain('Hollowreed &amp; Co');
  });

  it('refuses a text that states another effective date than the library, before it writes', () => {
    const [version] = input(1).versions;
    if (!version) throw new Error('no sample');
    const summary = { ...version.summary, effectiveDate: '2015-01-01' };
    const wrong = input(1, { versions: [{ ...version, summary }] });
    expect(publish(wrong)).toMatchObject({
      ok: false,
      error: {
        message:
          'Version 1 says that it is effective 3 March 2014, but was saved with the effective date 1 January 2015.',
      },
    });
    expect(existsSync(folder)).toBe(false);
    expect(publish(wrong, { ignoreDates: true }).ok).toBe(true);
  });

  it('leaves a folder of something else alone unless told', () => {
    publish(input(1));
    const other = input(1, { reference: 'somebody/else' });
    expect(publish(other)).toMatchObject({ ok: false, error: { code: 'exists' } });
    rmSync(folder, { recursive: true });
    folder = dirname(folder);
    writeFileSync(join(folder, 'index.html'), 'mine');
    expect(publish(input(1))).toMatchObject({ ok: false, error: { code: 'exists' } });
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('mine');
    folder = join(folder, 'index.html');
    expect(publish(input(1))).toMatchObject({ ok: false, error: { code: 'write-failed' } });
    folder = join(dirname(folder), 'site');
  });

  it('can be finished after it was stopped', () => {
    const steps = publishSite(input(2), folder);
    for (let count = 0; count < 3; count++) steps.next();
    expect(written(publish(input(2)))).toContain('index.html');
  });
});

describe('links of a text in its site', () => {
  const LINKED = '# Privacy\n\nSee [cookies](../cookies.md#why) and [terms](terms.html).\n';

  it('lead to the sites beside it from every depth; others are warned of', () => {
    const beside = join(dirname(folder), 'biscuits');
    const cookies = publishSite({ ...input(1), reference: 'hollowreed/cookies' }, beside);
    while (!cookies.next().done);
    const pages = neighbourSites(folder, 'hollowreed');
    expect(pages).toEqual([{ slug: 'cookies', href: '../biscuits/index.html' }]);
    expect(neighbourSites(folder, 'another')).toEqual([]);
    const site = input(1, { findPage: findByName('privacy', pages) });
    const versions = site.versions.map((version) => ({ ...version, text: LINKED }));
    const published = publish({ ...site, versions });
    if (!published.ok) throw new Error(published.error.message);
    expect(published.value.warnings.map(({ message }) => message)).toEqual([
      'Line 3: the link to “terms.html” leads to no page that is published with this one; it is kept as written.',
    ]);
    const page = (file: string) => readFileSync(join(folder, file), 'utf8');
    expect(page('index.html')).toContain('<a href="../biscuits/index.html#why">');
    expect(page('versions/1.html')).toContain('<a href="../../biscuits/index.html#why">');
    expect(page('index.html')).toContain('<a href="terms.html">');
  });
});
