import { PAGE_STYLE } from './page-style.ts';

/** WCAG 2.2, 1.4.3: the least contrast of text. */
export const LEAST_CONTRAST = 4.5;

type Colours = Readonly<Record<string, string>>;

const TEXT_COLOURS = { ink: 'text', 'soft-ink': 'small print', accent: 'links' } as const;
const BACKGROUNDS = { paper: 'the page', panel: 'panels' } as const;
const COLOUR = /--([a-z-]+)\s*:\s*(#[0-9a-f]{6}|#[0-9a-f]{3})\b/gi;
const DARK = /@media[^{]*prefers-color-scheme:\s*dark[^{]*\{([\s\S]*?\})\s*\}/gi;

/** What in a theme's CSS cannot be read well, in words; colours that it does not set are those of the page's own style. */
export function contrastWarnings(css: string): string[] {
  return [
    ...warningsIn('light', { ...lightColours(PAGE_STYLE), ...lightColours(css) }),
    ...warningsIn('dark', { ...coloursOf(darkPart(PAGE_STYLE)), ...coloursOf(darkPart(css)) }),
  ];
}

/** CSS that sets a company's colour: as it is on light pages, and on dark ones as light as it must be to be read. */
export function accentStyle(accent: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(accent)) return '';
  return `:root { --accent: ${accent}; }\n@media (prefers-color-scheme: dark) { :root { --accent: ${lightEnough(accent)}; } }\n@media print { :root { --accent: ${accent}; } }`;
}

/** The colours that CSS sets for light pages, by the name of their variable. */
export function lightColours(css: string): Colours {
  return coloursOf(lightPart(css));
}

/** The contrast of two colours, `#rgb` or `#rrggbb`, from 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function warningsIn(scheme: string, colours: Colours): string[] {
  return Object.entries(TEXT_COLOURS).flatMap(([text, what]) =>
    Object.entries(BACKGROUNDS).flatMap(([background, where]) => {
      const ratio = contrast(colours[text] ?? '#000000', colours[background] ?? '#ffffff');
      if (ratio >= LEAST_CONTRAST) return [];
      return [
        `${what} on ${where} has a contrast of ${ratio.toFixed(1)} to 1 in the ${scheme} scheme; 4.5 is the least that can be read well.`,
      ];
    }),
  );
}

function coloursOf(css: string): Colours {
  return Object.fromEntries([...css.matchAll(COLOUR)].map(([, name = '', value = '']) => [name, value]));
}

function lightPart(css: string): string {
  return css.replace(DARK, '').replace(/@media print \{[\s\S]*?\}/g, '');
}

function darkPart(css: string): string {
  return [...css.matchAll(DARK)].map(([, rules]) => rules ?? '').join('\n');
}

/** The colour mixed with white, as little as makes it readable on the darkest and the lightest of dark pages that themes have. */
function lightEnough(colour: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = `#${channels(colour)
      .map((value) =>
        Math.round(value + (255 - value) * share)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
    if (contrast(mixed, '#26201c') >= LEAST_CONTRAST + 0.5) return mixed;
  }
  return '#ffffff';
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  const digits = colour.length === 4 ? colour.slice(1).replace(/./g, '$&$&') : colour.slice(1);
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}
