import { expect, it } from 'vitest';
import { isPlainDrawing } from '../../../shared/publish/plain-drawing.ts';
import { accentStyle, contrast, contrastWarnings } from '../../../shared/publish/theme-contrast.ts';

it('computes contrast as WCAG does', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('names what is hard to read, by scheme, against the page’s own colours too', () => {
  expect(contrastWarnings('')).toEqual([]);
  expect(contrastWarnings(':root { --accent: #ffdd00; }')).toEqual([
    expect.stringMatching(/^links on the page has a contrast of 1\.\d to 1 in the light scheme/),
    expect.stringMatching(/^links on panels .* light scheme/),
  ]);
  const dark = '@media (prefers-color-scheme: dark) { :root { --ink: #333333; } }';
  expect(contrastWarnings(dark)).toHaveLength(2);
});

it('makes any colour light enough for dark pages', () => {
  for (const colour of ['#000000', '#123456', '#7a1f2b', '#00ff00'])
    expect(contrastWarnings(accentStyle(colour)).filter((warning) => warning.includes('dark'))).toEqual([]);
});

it.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/><g fill="url(#g)"/></svg>', true],
  ['<svg><script>1</script></svg>', false],
  ['<svg onload="x()"/>', false],
  ['<svg><image href="https://a.example/x.png"/></svg>', false],
  ['<svg><style>@import "https://a.example"</style></svg>', false],
  ['<svg fill="url(https://a.example/x)"/>', false],
  ['<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', false],
  ['<p>no drawing</p>', false],
])('knows a plain drawing: %s', (svg, plain) => expect(isPlainDrawing(svg)).toBe(plain));
