import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { THEME_NAMES, type ThemeName } from '../../shared/publish/company-look.ts';
import type { PageTheme } from '../../shared/publish/page-theme.ts';
import { accentStyle, contrastWarnings } from '../../shared/publish/theme-contrast.ts';
import { builtInTheme } from '../engine/export/look-theme.ts';
import { readTheme } from '../engine/export/read-theme.ts';
import type { CliContext } from './cli-context.ts';
import { CliFailure, requireValue } from './cli-failure.ts';

export interface LookFlags {
  readonly theme?: string;
  readonly accent?: string;
  readonly logo?: string;
}

const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url));

/** Adds `--theme`, `--accent` and `--logo` to a command that publishes. */
export function addLookOptions(command: Command): Command {
  return command
    .option('--theme <theme>', `${THEME_NAMES.join(', ')}, or a CSS file that sets variables`)
    .option('--accent <colour>', 'the colour of links, #rrggbb')
    .option('--logo <file>', 'a PNG, SVG, JPEG, GIF or WebP picture');
}

/** The look that the flags ask for, undefined where they ask for none; what in it is hard to read is said. */
export function lookOfFlags(flags: LookFlags, context: CliContext): PageTheme | undefined {
  const { theme = '', accent = '', logo } = flags;
  if (!theme && !accent && !logo) return undefined;
  if (accent && !/^#[0-9a-f]{6}$/i.test(accent))
    throw new CliFailure(`--accent ${accent} is no colour: write six digits after #, such as #1d4f73.`);
  const known = THEME_NAMES.find((name) => name === theme);
  const files = requireValue(
    readTheme({ ...(theme && !known ? { css: theme } : {}), ...(logo ? { logo } : {}) }),
  );
  const css = [known ? builtIn(known) : (files.css ?? ''), accentStyle(accent)].join('\n');
  for (const warning of contrastWarnings(css)) context.note(warning);
  return { css, ...(files.logo ? { logo: files.logo } : {}) };
}

/** The files that the look is read from. */
export function lookFiles({ theme = '', logo }: LookFlags): string[] {
  const isFile = theme !== '' && !THEME_NAMES.some((name) => name === theme);
  return [...(isFile ? [theme] : []), ...(logo ? [logo] : [])];
}

function builtIn(name: ThemeName): string {
  return builtInTheme(name, RESOURCES);
}
