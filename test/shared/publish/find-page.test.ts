import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { findByName, findByPath } from '../../../shared/publish/find-page.ts';
import { isRelativeAddress, PRINTED_PAGE } from '../../../shared/publish/link-rules.ts';
import { renderPolicyPage } from '../../../shared/publish/render-policy-page.ts';
import { strayLinks } from '../../../shared/publish/stray-links.ts';
import { readFace } from '../../../shared/structure/read-face.ts';

const PATHS = ['index.md', 'terms.md', 'eu/privacy.md', 'eu/cookies/index.md', 'a b.md'];
const places = PATHS.map((path) => ({ path, href: `[${path}]` }));

describe('findByPath', () => {
  const find = findByPath('eu/privacy.md', places);
  it.each([
    ['../terms.md', '[terms.md]'],
    ['../terms.html', '[terms.md]'],
    ['../terms', '[terms.md]'],
    ['/terms/', '[terms.md]'],
    ['cookies', '[eu/cookies/index.md]'],
    ['./cookies/index.md#how-long', '[eu/cookies/index.md]#how-long'],
    ['../eu/cookies/?print=1#x', '[eu/cookies/index.md]#x'],
    ['../index.md', '[index.md]'],
    ['/', '[index.md]'],
    ['../a%20b.md', '[a b.md]'],
    ['privacy.md#us', '[eu/privacy.md]#us'],
    ['terms.md', null],
    ['../../terms.md', null],
    ['../terms.svg', null],
    ['../%zz.md', null],
  ])('takes %s for %s', (address, page) => expect(find(address)).toBe(page));
});

describe('findByName', () => {
  const slugs = ['privacy-policy', 'terms', 'terms-of-service', 'cookies', 'privacy-eu'];
  const find = findByName(
    'privacy',
    slugs.map((slug) => ({ slug, href: `[${slug}]` })),
  );
  it.each([
    ['../cookies.md', '[cookies]'],
    ['/legal/cookies/', '[cookies]'],
    ['cookie-notice.html#a', '[cookies]#a'],
    ['../privacy', '[privacy-policy]'],
    ['terms.html', '[terms]'],
    ['eu/index.md', '[privacy-eu]'],
    ['term-notice', null],
    ['../security.md', null],
    ['..', null],
  ])('takes %s for %s', (address, page) => expect(find(address)).toBe(page));
});

describe('links that name no web address', () => {
  const text =
    '---\ntitle: x\n---\n# P\n\n[a](../terms.md), [b](https://a.example/c.md), [c](#p)\n\n- [d](x.pdf) <a href="/y">e</a>\n';

  it('are told from others', () => {
    const relative = ['../a.md', '/legal/x', 'terms.html', '?a=b'].filter(isRelativeAddress);
    expect(relative).toHaveLength(4);
    expect(
      ['https://a.example', 'mailto:a@b.example', '//a.example/b', '#x', ''].filter(isRelativeAddress),
    ).toEqual([]);
  });

  it('are reported with their lines where they lead to no page', () => {
    const strays = strayLinks(text, (address) => (address === '../terms.md' ? 'terms.html' : null));
    expect(strays.map(({ line, message }) => [line, /“(.*)”/.exec(message)?.[1]])).toEqual([
      [8, 'x.pdf'],
      [8, '/y'],
    ]);
  });

  it('lead to the pages that are found, stay as written, or stand as plain words in print', () => {
    const page = (given: object) =>
      renderPolicyPage({
        text,
        inspection: readFace(parseDocument(text)),
        company: '',
        policyName: 'P',
        version: null,
        history: [],
        ...given,
      });
    const find = (address: string) => (address === '../terms.md' ? 'out/terms.html' : null);
    expect(page({ linkRules: { find, stray: 'keep' } })).toMatch(
      /<a href="out\/terms\.html">a<\/a>.*<a href="x\.pdf">d</s,
    );
    expect(page({})).toContain('<a href="../terms.md">a</a>');
    const printed = page({ linkRules: PRINTED_PAGE });
    expect(printed).toContain('<a>a</a>');
    expect(printed).toContain('https://a.example/c.md');
    expect(printed).not.toMatch(/href="(?:\.\.\/terms\.md|x\.pdf|\/y)"/);
  });
});
