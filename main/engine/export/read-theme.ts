import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { PageTheme } from '../../../shared/publish/page-theme.ts';
import { isPlainDrawing } from '../../../shared/publish/plain-drawing.ts';

export interface ThemeFiles {
  /** A CSS file that sets the variables of a page, such as those in resources/themes. */
  readonly css?: string;
  /** A PNG, JPEG, GIF, WebP or SVG picture. */
  readonly logo?: string;
}

const PICTURES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};
/** How PNG, JPEG, GIF and WebP files begin. */
const SIGNATURES = /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF[\s\S]{4}WEBP)/;
/** A logo travels in every page that is published; larger ones belong through a program that shrinks them. */
const LARGEST_BYTES = 512 * 1024;

/** Reads a theme's files so that they can be embedded in published pages. */
export function readTheme(files: ThemeFiles): Result<PageTheme> {
  const css = files.css === undefined ? ok(undefined) : readCss(files.css);
  if (!css.ok) return css;
  const logo = files.logo === undefined ? ok(undefined) : readLogo(files.logo);
  if (!logo.ok) return logo;
  return ok({
    ...(css.value === undefined ? {} : { css: css.value }),
    ...(logo.value === undefined ? {} : { logo: logo.value }),
  });
}

function readCss(file: string): Result<string> {
  const bytes = readSmallFile(file);
  return bytes.ok ? ok(bytes.value.toString('utf8')) : bytes;
}

function readLogo(file: string): Result<string> {
  const type = PICTURES[extname(file).toLowerCase()];
  if (!type) return fail('unsupported', `${file} is not a PNG, JPEG, GIF, WebP or SVG picture.`);
  const bytes = readSmallFile(file);
  if (!bytes.ok) return bytes;
  const isDrawing = type === 'image/svg+xml';
  if (isDrawing && !isPlainDrawing(bytes.value.toString('utf8')))
    return fail(
      'unsupported',
      `${file} has scripts in it or refers to other files: save it as a plain SVG or as PNG.`,
    );
  if (!isDrawing && !SIGNATURES.test(bytes.value.toString('latin1', 0, 12)))
    return fail('unsupported', `${file} is not the picture that its name says.`);
  return ok(`data:${type};base64,${bytes.value.toString('base64')}`);
}

function readSmallFile(file: string): Result<Buffer> {
  try {
    if (statSync(file).size > LARGEST_BYTES)
      return fail('too-large', `${file} is larger than ${LARGEST_BYTES / 1024} KB.`);
    return ok(readFileSync(file));
  } catch (error) {
    return fail(
      'unreadable',
      `${file} cannot be read.`,
      error instanceof Error ? error.message : String(error),
    );
  }
}
