import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTheme } from '../../../../main/engine/export/read-theme.ts';
import { PAGE_STYLE } from '../../../../shared/publish/page-style.ts';
import { themeStyle } from '../../../../shared/publish/page-theme.ts';

const resources = fileURLToPath(new URL('../../../../resources', import.meta.url));
const themes = readdirSync(join(resources, 'themes')).filter((file) => file.endsWith('.css'));

/** The variables of each `:root` block: the light one first, then the dark one. */
function palettes(css: string): Record<string, string>[] {
  return [...css.matchAll(/:root\s*\{([^}]*)\}/g)]
    .slice(0, 2)
    .map(([, block = '']) =>
      Object.fromEntries(
        [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
      ),
    );
}

/** Contrast of two colours as WCAG 2.2 defines it, 1 to 21. */
function contrast(one = '', other = ''): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('themes', () => {
  it.each([null, ...themes])('can be read by everybody in light and dark: %s', (file) => {
    const css = file === null ? PAGE_STYLE : readFileSync(join(resources, 'themes', file), 'utf8');
    const found = palettes(css);
    expect(found).toHaveLength(2);
    for (const palette of found)
      for (const ground of ['paper', 'panel'])
        for (const ink of ['ink', 'soft-ink', 'accent'])
          expect(contrast(palette[ink], palette[ground]), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it.each(themes)('arrive in the page as they are: %s', (file) => {
    const theme = readTheme({ css: join(resources, 'themes', file) });
    const css = readFileSync(join(resources, 'themes', file), 'utf8');
    expect(theme.ok && themeStyle(theme.value)).toBe(css);
  });
});

describe('readTheme', () => {
  it('embeds a logo', () => {
    const theme = readTheme({ logo: join(resources, 'icons/256x256.png') });
    expect(theme.ok && theme.value.logo?.slice(0, 30)).toBe('data:image/png;base64,iVBORw0K');
  });

  it('says why it cannot', () => {
    expect(readTheme({ logo: 'logo.tiff' })).toMatchObject({ ok: false, error: { code: 'unsupported' } });
    expect(readTheme({ css: 'no-such.css' })).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  });
});
