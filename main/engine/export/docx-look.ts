import { PAGE_STYLE } from '../../../shared/publish/page-style.ts';
import { type PageTheme, themeStyle } from '../../../shared/publish/page-theme.ts';
import { lightColours } from '../../../shared/publish/theme-contrast.ts';

/** How a Word file looks: the variables of a published page in Word's terms. Colours are `RRGGBB`. */
export interface DocxLook {
  readonly textFont: string;
  readonly labelFont: string;
  readonly ink: string;
  readonly softInk: string;
  readonly line: string;
  readonly accent: string;
}

/** What Word has on every system, by the generic family that a list of faces ends with. */
const WORD_FONTS: Readonly<Record<string, string>> = { serif: 'Cambria', 'sans-serif': 'Calibri' };
/** Faces that come with one system only, or with the app: Word would put something arbitrary in their place. */
const NOT_IN_WORD =
  /^(?:codicil .*|charter|bitstream charter|sitka text|iowan old style|urw .*|noto .*|dejavu .*|roboto|segoe ui|system-ui|ui-.*|-apple-system|blinkmacsystemfont)$/i;

/** The look of a Word file with a theme, as on light pages; without one that of the page's own style. */
export function docxLook(theme?: PageTheme): DocxLook {
  const css = `${PAGE_STYLE}\n${themeStyle(theme)}`;
  const colours = lightColours(css);
  return {
    textFont: fontOf(css, 'text-face', 'serif'),
    labelFont: fontOf(css, 'label-face', 'sans-serif'),
    ink: wordColour(colours['ink'], '1C2024'),
    softInk: wordColour(colours['soft-ink'], '545B63'),
    line: wordColour(colours['line'], 'BBBBBB'),
    accent: wordColour(colours['accent'], '1D4F73'),
  };
}

/** The first face of the list that Word may have. */
function fontOf(css: string, variable: string, generic: 'serif' | 'sans-serif'): string {
  const lists = [...css.matchAll(new RegExp(`--${variable}\\s*:([^;}]*)`, 'g'))];
  const faces = (lists.at(-1)?.[1] ?? '').split(',').map((face) => face.trim().replace(/^["']|["']$/g, ''));
  for (const face of faces) {
    const known = WORD_FONTS[face];
    if (known) return known;
    if (face !== '' && !NOT_IN_WORD.test(face)) return face;
  }
  return WORD_FONTS[generic] ?? 'Cambria';
}

function wordColour(colour: string | undefined, otherwise: string): string {
  if (colour === undefined) return otherwise;
  const digits = colour.slice(1);
  return (digits.length === 3 ? digits.replace(/./g, '$&$&') : digits).toUpperCase();
}
