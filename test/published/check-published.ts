import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { electronCommand } from '../../scripts/runtime/display.mjs';
import { findElectron } from '../../scripts/runtime/electron.mjs';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import { renderPolicyPage } from '../../shared/publish/render-policy-page.ts';
import { inspect } from '../../shared/structure/inspect.ts';
import { launchApp, root } from '../e2e/helpers/launch.ts';
import { htmlFaults } from '../shared/publish/validate-html.ts';
import { axeFaults, shownText } from './page-faults.ts';
import { checkPdf } from './pdf-faults.ts';
import { measuredPolicies, samplePolicies } from './policies.ts';
import { hasPoppler } from './read-pdf-file.ts';

/*
 * Publishes every seed, development policy and sample as HTML and PDF and looks at the result with programs that did not make it: an HTML
 * validator, axe in the app's own engine and in a current Chromium, poppler. Ends with 1 if anything is at fault.
 *
 *   npm run build && xvfb-run -a node test/published/check-published.ts [PART OF A NAME]
 */

interface PublishedPolicy {
  readonly name: string;
  readonly html: string;
  readonly page: string;
  readonly pdf: string;
}

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file));
const folder = mkdtempSync(join(tmpdir(), 'codicil-published-'));
let faults = 0;

function publish(): PublishedPolicy[] {
  const wanted = process.argv[2] ?? '';
  const policies = [...samplePolicies(), ...measuredPolicies()].filter(({ name }) => name.includes(wanted));
  return policies.map(({ name, text }, index) => {
    const inspection = inspect(parseDocument(text));
    const html = renderPolicyPage({
      text,
      inspection,
      company: 'Sorrel & Sons',
      policyName: 'Policy',
      version: null,
      history: [],
    });
    const page = join(folder, `${index}.html`);
    writeFileSync(page, html);
    return { name, html, page, pdf: join(folder, `${index}.pdf`) };
  });
}

function say(name: string, found: readonly string[]): void {
  faults += found.length;
  for (const fault of found) console.log(`  ${name}: ${fault}`);
}

async function checkHtml(policies: readonly PublishedPolicy[]): Promise<void> {
  for (const { name, html } of policies) say(name, await htmlFaults(html));
  console.log(`validator: ${policies.length} pages`);
}

/** Opens each page with scripts and without: it must read the same, ask for nothing and have no faults. */
async function checkInChromium(policies: readonly PublishedPolicy[]): Promise<void> {
  if (!CHROMIUM) return console.log('Chromium: skipped, it is not installed (Debian: apt install chromium)');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const [open, closed] = await Promise.all(
    [true, false].map((javaScriptEnabled) => pageOf(browser, javaScriptEnabled)),
  );
  for (const { name, page: file } of policies) {
    const address = pathToFileURL(file).href;
    const asked: string[] = [];
    open?.removeAllListeners('request');
    open?.on('request', (request) => asked.push(request.url()));
    await open?.goto(address);
    await closed?.goto(address);
    if (!open || !closed) throw new Error('No page');
    const same = (await shownText(open)) === (await shownText(closed));
    say(name, [
      ...asked.filter((url) => url !== address && !url.startsWith('data:')).map((url) => `request: ${url}`),
      ...(same ? [] : ['reads differently without scripts']),
      ...(await axeFaults(open)),
    ]);
  }
  console.log(`Chromium ${browser.version()}: ${policies.length} pages`);
  await browser.close();
}

async function pageOf(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  // The page's own policy keeps axe out as it would anybody; what is checked here is the page, not the policy.
  const context = await browser.newContext({
    javaScriptEnabled,
    offline: true,
    bypassCSP: javaScriptEnabled,
  });
  return context.newPage();
}

/** Opens each page in a window of the app's engine, beside the app's own. */
async function checkInElectron(policies: readonly PublishedPolicy[]): Promise<void> {
  const home = mkdtempSync(join(folder, 'app-'));
  const app = await launchApp(home, { empty: true });
  const opened = app.electron.waitForEvent('window');
  await app.electron.evaluate(async ({ BrowserWindow }) => {
    await new BrowserWindow({ width: 1280, height: 900 }).loadURL('about:blank');
  });
  const page = await opened;
  for (const { name, html } of policies) {
    await page.setContent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
    say(name, await axeFaults(page));
  }
  const version = await app.electron.evaluate(() => process.versions['chrome']);
  console.log(`the app's engine, Chromium ${version}: ${policies.length} pages`);
  await app.kill();
}

function checkPdfs(policies: readonly PublishedPolicy[], engine: string, furniture: boolean): void {
  const reports = policies.map(({ name, html, pdf }) => {
    const report = checkPdf(pdf, html, furniture);
    say(name, report.faults);
    return report;
  });
  const lowest = (pick: (report: (typeof reports)[number]) => number): string =>
    Math.min(...reports.map(pick)).toFixed(5);
  const sum = (pick: (report: (typeof reports)[number]) => number): number =>
    reports.map(pick).reduce((a, b) => a + b, 0);
  console.log(
    `PDF of ${engine}: ${reports.length} files, ${sum(({ pages }) => pages)} pages, ${sum(({ links }) => links)} links, lowest word recall ${lowest(({ recall }) => recall)} (blocks ordered by place ${lowest(({ recallByPlace }) => recallByPlace)})`,
  );
}

function printInElectron(policies: readonly PublishedPolicy[]): void {
  const electron = findElectron();
  if (!electron) throw new Error('No Electron here: run "npm test", which gets one.');
  const [program = '', ...args] = electronCommand(electron.path);
  const files = policies.flatMap(({ page, pdf }) => [page, pdf]);
  const run = spawnSync(program, [...args, root, '--codicil-print-pdf', ...files], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
}

async function printInChromium(policies: readonly PublishedPolicy[]): Promise<void> {
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  for (const { page: file, pdf } of policies) {
    await page.goto(pathToFileURL(file).href);
    await page.pdf({ path: pdf, format: 'A4', tagged: true, outline: true });
  }
  await browser.close();
}

const policies = publish();
try {
  await checkHtml(policies);
  await checkInElectron(policies);
  await checkInChromium(policies);
  if (hasPoppler()) {
    printInElectron(policies);
    checkPdfs(policies, "the app's engine", true);
    if (CHROMIUM) await printInChromium(policies);
    if (CHROMIUM) checkPdfs(policies, 'Chromium', false);
  } else console.log('PDF: skipped, poppler is not installed (Debian: apt install poppler-utils)');
  console.log(faults === 0 ? 'no faults' : `${faults} faults`);
  process.exitCode = faults === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
