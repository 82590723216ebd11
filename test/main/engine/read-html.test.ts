import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../main/engine/import/read-html.ts';
import { unwrap } from '../../helpers/test-library.ts';

function read(html: string): string {
  return unwrap(readHtml(Buffer.from(html), 'page.html')).text;
}

describe('readHtml', () => {
  test('keeps headings, nested lists, tables, links, emphasis and line breaks', () => {
    const page = `<h1>Privacy</h1><p>Effective <b>May 2, 2019</b>.<br>See <a href="https://f.example/x">this</a>.</p>
      <ul><li>One<ol><li>Inner</li></ol></li></ul>
      <table><tr><th>Who</th><th>Why</th></tr><tr><td>Ferrymail</td><td>mail | post</td></tr></table>`;
    expect(read(page)).toBe(
      [
        '# Privacy',
        '',
        'Effective **May 2, 2019**.\\',
        'See [this](https://f.example/x).',
        '',
        '- One',
        '  1. Inner',
        '',
        '| Who       | Why          |',
        '| --------- | ------------ |',
        '| Ferrymail | mail \\| post |',
        '',
      ].join('\n'),
    );
  });

  test('takes the main content and says how much was around it', () => {
    const { text, diagnostics } = unwrap(
      readHtml(
        Buffer.from(
          '<nav>Home Prices</nav><main><header><h1>Terms</h1></header><p>We ferry you across the sound.</p><nav>Next</nav></main><footer>Imprint</footer>',
        ),
        'page.html',
      ),
    );
    expect(text).toBe('# Terms\n\nWe ferry you across the sound.\n');
    expect(diagnostics).toEqual([
      {
        severity: 'info',
        message: '4 of 11 words around the text (navigation, side bars, footer) were left out.',
        source: 'page.html',
      },
    ]);
  });

  test('takes the archive out of links and the page', () => {
    const archived = `<div id="wm-ipp-base">Wayback</div><p>See <a href="https://web.archive.org/web/20190507061744id_/https%3A//f.example/legal">legal</a>,
      <a href="/web/20190507061744/http://f.example/a">a</a> and <a href="//web.archive.org/web/2019/mailto:x@f.example">mail</a>.</p>`;
    expect(read(archived)).toBe(
      'See [legal](https://f.example/legal), [a](http://f.example/a) and [mail](mailto:x@f.example).\n',
    );
  });

  test('resolves links against the address that the page was saved from', () => {
    const saved =
      '<!-- saved from url=(0027)https://f.example/legal/terms --><p><a href="../privacy">Privacy</a> <a href="#x">here</a></p>';
    expect(read(saved)).toBe('[Privacy](https://f.example/privacy) [here](#x)\n');
  });

  test('drops what acts and makes unsafe links plain', () => {
    const active = `<p onclick="x()">Text<script>alert(1)</script><iframe src="https://x.example"></iframe><svg><a href="javascript:x()">s</a></svg>
      <a href="javascript:alert(1)">one</a> <a href=" java&#10;script:x">two</a> <a href="file:///etc/passwd">three</a> <a href="\\\\\\\\host\\\\x">four</a>
      <a href="data:text/html,x">five</a> <img src="file:///x" alt="logo"></p><style>p{}</style><form><input value="v"></form>`;
    const { text, diagnostics } = unwrap(readHtml(Buffer.from(active), 'page.html'));
    expect(text).toBe('Text one two three four five logo\n');
    expect(diagnostics[0]?.message).toBe('5 links with unsafe addresses were made plain text.');
  });

  test('keeps hidden text and says so', () => {
    const { text, diagnostics } = unwrap(
      readHtml(Buffer.from('<p>Shown</p><p style="display: none">Folded</p>'), 'page.html'),
    );
    expect(text).toBe('Shown\n\nFolded\n');
    expect(diagnostics).toMatchObject([{ severity: 'warning', message: expect.stringContaining('hidden') }]);
  });

  test('text that looks like markup stays text', () => {
    expect(read('<p>&lt;img src=x onerror=y&gt; *not* [a](b) # no</p>')).toBe(
      '&lt;img src=x onerror=y> \\*not\\* \\[a]\\(b) # no\n',
    );
  });

  test('letters and Roman numbers are written into items, and numbers go on where they stood', () => {
    expect(
      read(
        '<ol type="a"><li>One<ol style="list-style-type: lower-roman"><li>in</li><li>out</li></ol></li><li value="4">Four</li></ol><ol start="3"><li><p>Three</p></li></ol>',
      ),
    ).toBe('- a. One\n  - i. in\n  - ii. out\n- d. Four\n\n3. Three\n');
  });

  test('tables that place things are taken apart, others get a head', () => {
    const inner =
      '<table><tr><td>Who</td><td>Why</td></tr><tr><td rowspan="2">Tern</td><td>mail</td></tr><tr><td>post</td></tr></table>';
    const { text, diagnostics } = unwrap(
      readHtml(Buffer.from(`<table><tr><td><h1>Terms</h1></td><td>${inner}</td></tr></table>`), 'page.html'),
    );
    expect(text).toBe('# Terms\n\n| Who  | Why  |\n| ---- | ---- |\n| Tern | mail |\n|      | post |\n');
    expect(diagnostics[0]?.message).toBe('1 table that only placed its content on the page was taken apart.');
  });

  test('links within the page lead to headings by their anchors, others are told', () => {
    const { text, diagnostics } = unwrap(
      readHtml(
        Buffer.from(
          '<p><a href="#s1">One</a> <a href="#s2">two</a> <a href="#s3">three</a> <a href="#para">four</a></p><h2 id="s1">The first</h2><p id="para">x</p><a name="s2"></a><h2>A second</h2><h2><span id="s3">Third &amp; last</span></h2>',
        ),
        'page.html',
      ),
    );
    expect(text.split('\n')[0]).toBe(
      '[One](#the-first) [two](#a-second) [three](#third--last) [four](#para)',
    );
    expect(diagnostics[0]?.message).toBe(
      '1 link leads to a place in the text that is no heading; Markdown has no name for it.',
    );
  });

  test('consent dialogs, breadcrumbs and menus without elements of their own go', () => {
    const page = `<div id="cookie-banner"><p>We use cookies. Accept?</p></div><div class="breadcrumbs"><a href="/">Home</a> &gt; <a href="/legal">Legal</a></div>
      <div class="page-sidebar"><h3>Contents</h3><ul><li><a href="#a">What we keep</a></li></ul></div>
      <div class="cookie-policy"><h1>Cookies</h1><p>We set one cookie, to know the ferry that you wait for on this quay.</p></div>`;
    expect(read(page)).toBe(
      '# Cookies\n\nWe set one cookie, to know the ferry that you wait for on this quay.\n',
    );
  });

  test('the heads of accordions are text, other buttons are not', () => {
    const page =
      '<h3><button aria-expanded="false">Who sees it?</button></h3><p>We do.</p><button aria-controls="x">How long for?</button><p>A day.</p><button>Subscribe now</button>';
    expect(read(page)).toBe('### Who sees it?\n\nWe do.\n\nHow long for?\n\nA day.\n');
  });

  test('lists and paragraphs in a cell are lines of it', () => {
    expect(
      read(
        '<table><tr><th>Who</th><th>What</th></tr><tr><td><p>Tern</p><p>Gull</p></td><td><ul><li>mail</li><li>post</li></ul></td></tr></table>',
      ),
    ).toBe(
      [
        '| Who          | What             |',
        '| ------------ | ---------------- |',
        '| Tern<br>Gull | • mail<br>• post |\n',
      ].join('\n'),
    );
  });

  test('addresses hidden from robots, soft hyphens and hard spaces read as on the screen', () => {
    // "a@b.example", each letter changed by 0x42.
    const letters = [...'a@b.example'].map((letter) => (letter.charCodeAt(0) ^ 0x42).toString(16));
    const code = ['42', ...letters.map((pair) => pair.padStart(2, '0'))].join('');
    expect(
      read(
        `<p>Write to <a href="/cdn-cgi/l/email-protection"><span data-cfemail="${code}">[email&nbsp;protected]</span></a>&nbsp;or har&shy;bour. Vrai&nbsp;?</p>`,
      ),
    ).toBe('Write to <a@b.example> or harbour. Vrai\u00a0?\n');
  });

  test('a page that scripts would fill is doubted', () => {
    const page = Buffer.from('<div id="app"><p>Loading the policy…</p></div><script src="app.js"></script>');
    expect(unwrap(readHtml(page, 'page.html')).diagnostics.at(-1)).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('Only 3 words were found'),
    });
  });

  test('footnotes are footnotes', () => {
    const page =
      '<p>We ferry<sup id="r1"><a href="#n1">1</a></sup> you<a id="r2" href="#n2">[2]</a>.</p><section><ol><li id="n1"><p>In fair weather. <a href="#r1">↩</a></p></li><li id="n2">By day. <a href="#r2">↩</a></li></ol></section>';
    expect(read(page)).toBe('We ferry[^1] you[^2].\n\n[^1]: In fair weather.\n\n[^2]: By day.\n');
  });

  test('bold that begins or ends in a space is bold', () => {
    expect(read('<p>You<b> must </b>pay<i>, </i>then<strong> </strong>board.</p>')).toBe(
      'You **must** pay, then board.\n',
    );
  });

  test('reads the encoding that the page declares', () => {
    const page = Buffer.from('<meta charset="windows-1252"><p>Donn\xe9es \x97 vos</p>', 'latin1');
    expect(unwrap(readHtml(page, 'page.html')).text).toBe('Données — vos\n');
  });

  test('refuses a page without text and one nested without end', () => {
    expect(readHtml(Buffer.from('<script>document.write(1)</script>'), 'page.html')).toMatchObject({
      ok: false,
    });
    expect(readHtml(Buffer.from('<div>'.repeat(50_000)), 'page.html')).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('page.html') },
    });
  });
});
