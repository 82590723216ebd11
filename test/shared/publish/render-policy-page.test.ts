import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { editionOfPage } from '../../../shared/publish/page-edition.ts';
import { type PolicyPageInput, renderPolicyPage } from '../../../shared/publish/render-policy-page.ts';
import { inspect } from '../../../shared/structure/inspect.ts';
import { sampleVersion } from './sample-version.ts';
import { htmlFaults } from './validate-html.ts';

const samples = fileURLToPath(new URL('../../../resources/samples', import.meta.url));

function page(text: string, given: Partial<PolicyPageInput> = {}): string {
  return renderPolicyPage({
    text,
    inspection: inspect(parseDocument(text)),
    company: 'Quillmere & Sons',
    policyName: 'Privacy Policy',
    version: null,
    history: [],
    ...given,
  });
}

describe('renderPolicyPage', () => {
  it('says whose policy it is, since when, and in which version', () => {
    const version = sampleVersion({ number: 2, effectiveDate: '2019-05-02' });
    const html = page('# Privacy\n\nText.', { version, history: [sampleVersion(), version] });
    expect(html).toContain('<title>Privacy – Quillmere &amp; Sons</title>');
    expect(html).toContain('<dt>Effective</dt><dd><time datetime="2019-05-02">2 May 2019</time></dd>');
    expect(html).toContain('<dt>Version</dt><dd>2</dd>');
    expect(html.indexOf('<th scope="row">2</th>')).toBeLessThan(html.indexOf('<th scope="row">1</th>'));
  });

  it('carries its edition for the foot of printed pages', () => {
    const version = sampleVersion({ number: 2, effectiveDate: '2019-05-02' });
    expect(editionOfPage(page('# P', { version }))).toBe('Version 2, effective 2 May 2019');
    expect(editionOfPage(page('# P'))).toBe('');
  });

  it('takes the effective date from the text where there is no version', () => {
    expect(page('# Privacy\n\nEffective May 2, 2019\n')).toContain('<time datetime="2019-05-02">');
  });

  it('brings a title only where the text has none', () => {
    expect(page('# Own title\n\n## Part').match(/<h1/g)).toHaveLength(1);
    expect(page('Just text.\n\n### Part')).toContain('<h1>Privacy Policy</h1>');
    expect(page('# First\n\n# Second')).toContain('<h2 data-line="3" id="second">Second</h2>');
  });

  it('shows the settings of site generators apart from the policy, whose lines stay where they were', () => {
    const html = page('---\ntitle: <Set>\n---\n\n# Shown\n');
    expect(html).toContain('<h1 data-line="5" id="shown">Shown</h1>');
    expect(html).toContain('<pre class="settings" data-line="1">title: &lt;Set&gt;</pre>');
    expect(html).not.toContain('<hr');
  });

  it('lets no heading take an id of the page', () => {
    const html = page('# A\n\n## Policy text\n\n## B\n\n## C');
    expect(html.match(/id="policy-text"/g)).toHaveLength(1);
    expect(html).toContain('href="#a-policy-text"');
  });

  it('embeds a logo and colours, but nothing of a theme that could load or run', () => {
    const html = page('# A', {
      theme: {
        css: '@import "https://a.example/x.css"; :root { --accent: #123456; background: url(https://a.example/p) } </style><script>x()</script>',
        logo: 'data:image/png;base64,iVBORw0KGgo=',
      },
    });
    expect(html).toContain('--accent: #123456');
    expect(html).toContain('src="data:image/png;base64,iVBORw0KGgo="');
    expect(html).not.toMatch(/https:\/\/a\.example|<script|@import/);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });

  it('is valid HTML for every sample', async () => {
    const files = readdirSync(samples, { recursive: true })
      .map(String)
      .filter((file) => /-\d\d\.md$/.test(file));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const version = sampleVersion();
      const html = page(readFileSync(`${samples}/${file}`, 'utf8'), { version, history: [version] });
      expect(await htmlFaults(html), file).toEqual([]);
    }
  });

  it('is valid HTML where the text is at its oddest', async () => {
    const text =
      '###\n\n# [](x) ![](y)\n\n<details>\n\n<div id="a"><div id="a"></div>\n\n|||\n|-|-|\n|a||\n\n1. - > deep\n\n[x](<  >) <br/> <center>c</center>';
    expect(await htmlFaults(page(text))).toEqual([]);
  });
});
