/** Themes that come with the program: files of these names in resources/themes; `plain` is the page's own style. */
export const THEME_NAMES = ['plain', 'chambers', 'harbour', 'registry'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

/** How a company's published pages look; kept in the library. */
export interface CompanyLook {
  readonly theme: ThemeName;
  /** Its colour as `#rrggbb`, or empty for the theme's own. */
  readonly accent: string;
  /** Its own CSS variables, which come after the theme's; or empty. */
  readonly css: string;
  /** Its logo as a `data:` address, or empty. */
  readonly logo: string;
}

export const PLAIN_LOOK: CompanyLook = { theme: 'plain', accent: '', css: '', logo: '' };
