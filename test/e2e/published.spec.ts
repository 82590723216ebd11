import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { publishSite } from '../../main/engine/export/publish-site.ts';
import { axeFaults } from '../published/page-faults.ts';
import { samplePolicies } from '../published/policies.ts';
import { sampleVersion } from '../shared/publish/sample-version.ts';
import { htmlFaults } from '../shared/publish/validate-html.ts';
import { expect, test } from './helpers/launch.ts';

/** The short form of test/published/check-published.ts: one site, all kinds of pages, in the app's own engine. */

const LOGO = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><rect width="80" height="20"/></svg>')}`;
const PAGES = ['index.html', 'history.html', 'versions/1.html', 'changes/2.html'];

function makeSite(folder: string): void {
  const texts = samplePolicies().filter(({ name }) => name.includes('hollowreed/privacy-20'));
  const versions = texts
    .slice(-2)
    .map(({ text }, index) => ({ summary: sampleVersion({ number: index + 1 }), text }));
  const site = { company: 'Sorrel & Sons', policyName: 'Privacy', reference: 'sorrel/privacy', versions };
  const steps = publishSite({ ...site, theme: { logo: LOGO } }, folder, { ignoreDates: true });
  let step = steps.next();
  while (!step.done) step = steps.next();
  expect(step.value).toMatchObject({ ok: true });
}

test('every kind of published page is valid, accessible, and asks for nothing', async ({
  launch,
  folder,
}) => {
  const site = path.join(folder, 'site');
  mkdirSync(site);
  makeSite(site);
  const { electron } = await launch({ empty: true });
  const opened = electron.waitForEvent('window');
  await electron.evaluate(async ({ BrowserWindow }) => {
    await new BrowserWindow({ width: 1280, height: 900 }).loadURL('about:blank');
  });
  const page = await opened;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const name of PAGES) {
    const html = readFileSync(path.join(site, name), 'utf8');
    expect(await htmlFaults(html), name).toEqual([]);
    expect(html, name).toContain(name === 'changes/2.html' ? 'All versions' : LOGO);
    // The page's own policy would keep axe out.
    await page.setContent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
    expect(await axeFaults(page), name).toEqual([]);
  }
  expect(asked.filter((url) => !/^(?:data|about):/.test(url))).toEqual([]);
});
