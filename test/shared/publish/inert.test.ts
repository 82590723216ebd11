import { describe, expect, it } from 'vitest';
import { renderPolicyBody } from '../../../shared/publish/render-policy-body.ts';
import { readShared, sharedDir } from '../../helpers/shared-data.ts';
import { activeParts } from './inert-html.ts';

const ATTACKS: readonly string[] = [
  '<script>steal()</script>',
  '<img src=x onerror=steal()>',
  '[a](javascript:steal%28%29)',
  '[a](&#106;avascript:steal())',
  '[a](java\tscript:steal())',
  '[a](\\\\\\\\host\\\\share)',
  '[a](//host/share)',
  '[a](data:text/html,<script>1</script>)',
  '![a](http://tracker.example/pixel.png)',
  '![a](data:image/svg+xml;base64,PHN2Zz4=)',
  '<a href="javascript:steal()">x</a>',
  '<a href=" \u0001javascript:steal()">x</a>',
  '<svg><style><img src=x onerror=steal()></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=steal()&gt;">',
  '<form action=https://a.example><input name=x><button>go</button></form>',
  '<p style="background:url(https://a.example)">x</p>',
  '<base href="https://a.example"><meta http-equiv=refresh content="0;url=https://a.example">',
  '<iframe srcdoc="<script>steal()</script>"></iframe>',
  '<details ontoggle=steal() open><summary>x</summary></details>',
  'text </article></main><textarea> still here',
  '<div id=parent name=cookie>x</div>',
];

describe('activeParts', () => {
  it('sees what the publisher must remove', () => {
    expect(activeParts('<img src="x" onerror="y()"><a href="javascript:y()">z</a>')).toEqual([
      'src x',
      'img onError',
      'href javascript:y()',
    ]);
  });
});

describe('renderPolicyBody', () => {
  it.each(ATTACKS)('makes %j inert', (attack) => {
    expect(activeParts(renderPolicyBody(attack))).toEqual([]);
  });

  it('keeps the words around an element that would have swallowed them', () => {
    const html = renderPolicyBody('Before\n\n<textarea>\n\nafter, and <title> too.\n\nThe end.');
    expect(html).toContain('after, and &#x3C;title> too.');
    expect(html).toContain('The end.');
  });

  it.each(['<div>', '<b>', '<details>', '<!--', '<script>', '<a title="'])(
    'survives thousands of unclosed %s and keeps the text after them',
    (tag) => {
      const html = renderPolicyBody(`${`${tag}\n\n`.repeat(5000)}The end.`);
      expect(html).toContain('The end.');
      expect(activeParts(html)).toEqual([]);
    },
  );

  it('keeps names of the page apart from names that the text brings', () => {
    expect(renderPolicyBody('<a name="cookies">here</a> [up](#cookies)')).toContain(
      '<a id="user-content-cookies">here</a> <a href="#user-content-cookies">up</a>',
    );
  });
});

interface Payload {
  readonly payload: string;
}

describe.skipIf(sharedDir === null)('published attacks', () => {
  it.each([
    'xss/dompurify.json',
    'xss/html5sec.json',
    'xss/payloadbox-sample.json',
    'xss/payloadsallthethings.json',
    'markdown/xss-vectors.json',
  ])('are all inert: %s', (file) => {
    const payloads = JSON.parse(readShared(`hostile/${file}`)) as readonly Payload[];
    expect(payloads.length).toBeGreaterThan(30);
    const active = payloads.flatMap(({ payload }) => activeParts(renderPolicyBody(payload)));
    expect(active).toEqual([]);
  });

  it('are all inert: markdown-it-xss.txt', () => {
    const cases = readShared('hostile/xss/markdown-it-xss.txt').split(/^\.\n/m);
    expect(cases.length).toBeGreaterThan(10);
    expect(cases.flatMap((source) => activeParts(renderPolicyBody(source)))).toEqual([]);
  });
});
