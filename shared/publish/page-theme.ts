import { isPlainDrawingAddress } from './plain-drawing.ts';
import { safePictureAddress } from './safe-address.ts';

/** A company's own look: colours, faces and a logo that travel inside the published file. */
export interface PageTheme {
  /** CSS that sets the variables of `PAGE_STYLE`, as the files in resources/themes do. */
  readonly css?: string | undefined;
  /** The company's logo as a `data:` address of a PNG, JPEG, GIF or WebP picture or of a plain SVG drawing. */
  readonly logo?: string | undefined;
}

/** A theme's CSS without anything that could load a file or end the style element. */
export function themeStyle(theme: PageTheme | undefined): string {
  const css = theme?.css ?? '';
  return css
    .replace(/<\/?[a-z!]/gi, '')
    .replace(/@(?:import|font-face|charset|namespace)\b[^;{]*(?:;|\{[^}]*\})?/gi, '')
    .replace(/\\/g, '')
    .replace(/\b(?:url|image-set|src|image|cross-fade|element)\s*\([^)]*\)?/gi, 'none');
}

/** The theme's logo if it is a picture that may be embedded. */
export function themeLogo(theme: PageTheme | undefined): string | null {
  const logo = theme?.logo ?? '';
  return safePictureAddress(logo) ?? (isPlainDrawingAddress(logo) ? logo : null);
}
