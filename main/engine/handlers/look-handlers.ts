import { fail, ok } from '../../../shared/model/result.ts';
import { contrastWarnings } from '../../../shared/publish/theme-contrast.ts';
import type { Handlers } from '../engine-context.ts';
import { themeOfLook } from '../export/look-theme.ts';
import { readTheme } from '../export/read-theme.ts';
import { loadLook, saveLook } from '../store/company-looks.ts';

/** Requests about how a company's published pages look. */
export const lookHandlers = {
  'look.get': ({ connection, resourcesDir }, { companyId }) => {
    const look = loadLook(connection, companyId);
    return ok({ look, warnings: contrastWarnings(themeOfLook(look, resourcesDir).css ?? '') });
  },

  'look.set': ({ connection, resourcesDir }, { companyId, theme, accent, logoFile, cssFile }) => {
    const files = readTheme({
      ...(typeof logoFile === 'string' ? { logo: logoFile } : {}),
      ...(typeof cssFile === 'string' ? { css: cssFile } : {}),
    });
    if (!files.ok) return files;
    const before = loadLook(connection, companyId);
    const look = {
      theme: theme ?? before.theme,
      accent: accent ?? before.accent,
      css: cssFile === null ? '' : (files.value.css ?? before.css),
      logo: logoFile === null ? '' : (files.value.logo ?? before.logo),
    };
    if (!connection.sql('SELECT 1 FROM company WHERE id = ?').get(companyId))
      return fail('not-found', 'This company is no longer in the library.');
    saveLook(connection, companyId, look);
    return ok({ look, warnings: contrastWarnings(themeOfLook(look, resourcesDir).css ?? '') });
  },
} satisfies Partial<Handlers>;
