import { describe, expect, it } from 'vitest';
import { convertPasted } from '../../../main/engine/import/parse-in-child.ts';
import { pastedMarkdown } from '../../../main/engine/import/pasted-html.ts';
import { unwrap } from '../../helpers/test-library.ts';

const word = (html: string): string =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style><xml><o:Shape/></xml></head>` +
  `<body lang=EN-GB><!--StartFragment-->${html}<!--EndFragment--></body></html>`;

const item = (level: number, marker: string, text: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=EN-GB><span ` +
  `style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

const CASES: readonly (readonly [name: string, html: string, markdown: string])[] = [
  [
    'Word: title, heading, letters and empty paragraphs',
    word(
      '<p class=MsoTitle>Ferry Terms<o:p></o:p></p><h2>1. Fares</h2><p class=MsoNormal>You <b>must</b>&nbsp;pay <i>before</i> boarding.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Children ride free.</p>',
    ),
    '# Ferry Terms\n\n## 1. Fares\n\nYou **must** pay _before_ boarding.\n\nChildren ride free.',
  ],
  [
    'Word: a bulleted list with a level below',
    word(item(1, '·', 'Name') + item(2, 'o', 'first') + item(2, 'o', 'last') + item(1, '·', 'E-mail')),
    '- Name\n  - first\n  - last\n- E-mail',
  ],
  [
    'Word: a numbered list between paragraphs',
    word(
      `<p class=MsoNormal>Steps:</p>${item(1, '1.', 'Ask')}${item(1, '2.', 'Wait')}<p class=MsoNormal>Done.</p>`,
    ),
    'Steps:\n\n1. Ask\n2. Wait\n\nDone.',
  ],
  [
    'Word: a table',
    word(
      '<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Vendor</b></p></td><td><p class=MsoNormal><b>Country</b></p></td></tr><tr><td><p class=MsoNormal>Oarlock</p></td><td><p class=MsoNormal>Norway</p></td></tr></table>',
    ),
    '| **Vendor** | **Country** |\n| ---------- | ----------- |\n| Oarlock    | Norway      |',
  ],
  [
    'Google Docs: the bold that is none, and bold that is a style',
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Data</span><span style="font-weight:400"> means </span><span style="font-style:italic">records</span><span>.</span></p></b>',
    '**Data** means _records_.',
  ],
  [
    'web: links without tracking, archive or script',
    '<p>See <a href="https://web.archive.org/web/20200101000000/https://tern.example/rules?utm_source=x&amp;page=2#top">rules</a>, <a href="javascript:alert(1)">this</a> and <a href="https://tern.example/?gclid=1">home</a>.</p><script>alert(1)</script>',
    'See [rules](https://tern.example/rules?page=2#top), this and [home](https://tern.example/).',
  ],
  [
    'web: nested lists, quotation and line breaks',
    '<ul><li>One<ol><li>a</li></ol></li><li>Two</li></ul><blockquote><p>Said<br>so</p></blockquote>',
    '- One\n  1. a\n- Two\n\n> Said\\\n> so',
  ],
  ['a word of a page', '<span style="color:red">wharfage</span>', 'wharfage'],
];

describe('what was copied becomes Markdown', () => {
  it.each(CASES)('%s', (_name, html, markdown) => expect(unwrap(pastedMarkdown(html))).toBe(markdown));

  it('is parsed in a process of its own, and refused there when it is nested too deeply', async () => {
    expect(unwrap(await convertPasted('<p>Hello <b>there</b></p>'))).toBe('Hello **there**');
    expect(await convertPasted('<i>'.repeat(50_000))).toMatchObject({ ok: false });
  }, 30_000);
});
