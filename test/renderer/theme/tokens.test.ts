import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildEditorTheme } from '../../../renderer/editor/monaco-theme.ts';

const css = readFileSync(new URL('../../../renderer/theme/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split(':root[data-theme="dark"]');

/** WCAG 2.1 AA for text. */
const TEXT = 4.5;
/** WCAG 2.1 AA for the edges of controls and the focus ring. */
const EDGE = 3;

const SURFACES = ['chrome', 'panel', 'page', 'raised', 'hover', 'selected', 'selected-quiet'];
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...['text', 'text-muted'].flatMap((text) => SURFACES.map((s) => [text, `surface-${s}`, TEXT] as const)),
  ...['chrome', 'panel', 'page', 'raised'].flatMap((s) => [
    ['text-faint', `surface-${s}`, TEXT] as const,
    ['accent-text', `surface-${s}`, TEXT] as const,
    ['focus', `surface-${s}`, EDGE] as const,
    ['border-control', `surface-${s}`, EDGE] as const,
  ]),
  ...['error', 'warning', 'info', 'success'].flatMap((tone) => [
    [tone, 'surface-page', TEXT] as const,
    [tone, 'surface-panel', TEXT] as const,
    [tone, 'surface-chrome', TEXT] as const,
    [tone, `${tone}-soft`, TEXT] as const,
  ]),
  ...['insert', 'delete', 'move'].flatMap((mark) => [
    [mark, 'surface-page', TEXT] as const,
    [mark, `${mark}-soft`, TEXT] as const,
  ]),
  ['text-on-accent', 'accent', TEXT],
  ['text-on-accent', 'accent-hover', TEXT],
  ['text-on-mark', 'mark-find', TEXT],
  ['text-on-mark', 'mark-current', TEXT],
  ['accent-text', 'accent-soft', TEXT],
  ['text-muted', 'accent-soft', TEXT],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s theme', (name, block) => {
  const tokens = new Map([...block.matchAll(/--([\w-]+):\s*(#[\da-f]{6});/g)].map((m) => [m[1], m[2] ?? '']));
  const token = (wanted: string): string => {
    const value = tokens.get(wanted);
    if (!value) throw new Error(`${wanted} has no colour in the ${name} theme`);
    return value;
  };

  it('can be read everywhere', () => {
    const poor = PAIRS.map(([text, surface, least]) => ({
      pair: `${text} on ${surface}`,
      ratio: contrast(token(text), token(surface)),
      least,
    })).filter(({ ratio, least }) => ratio < least);
    expect(poor).toEqual([]);
  });

  it('dresses the editor in full colours only', () => {
    const theme = buildEditorTheme(name === 'dark', (wanted) => token(wanted).replace('#ffffff', '#fff'));
    const colours = [...Object.values(theme.colors), ...theme.rules.flatMap((rule) => rule.foreground ?? [])];
    for (const colour of colours) expect(colour).toMatch(/^#?(?:[\da-f]{6}|[\da-f]{8})$/i);
  });
});

/** Contrast of two colours, WCAG 2.1 section 1.4.3. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return Math.round(((high + 0.05) / (low + 0.05)) * 100) / 100;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
