import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompanyLook, ThemeName } from '../../../shared/publish/company-look.ts';
import type { PageTheme } from '../../../shared/publish/page-theme.ts';
import { accentStyle } from '../../../shared/publish/theme-contrast.ts';

/** A look as pages carry it: the theme's CSS, the company's own after it, then its colour. */
export function themeOfLook(look: CompanyLook, resourcesDir: string): PageTheme {
  const css = [builtInTheme(look.theme, resourcesDir), look.css, accentStyle(look.accent)];
  return { css: css.filter((part) => part !== '').join('\n'), ...(look.logo ? { logo: look.logo } : {}) };
}

/** The CSS of a theme that comes with the program. */
export function builtInTheme(name: ThemeName, resourcesDir: string): string {
  return name === 'plain' ? '' : readFileSync(join(resourcesDir, 'themes', `${name}.css`), 'utf8');
}
