import { decodeHTML } from 'entities';
import type { IsoDate } from '../model/policy.ts';
import { longDate } from './format-date.ts';
import { escapeHtml } from './raw-html.ts';

const EDITION = /<meta name="edition" content="([^"]*)">/;
/** The element stands in a page's head, far before this. */
const HEAD_LENGTH = 4096;

/** "Version 7, effective 15 January 2025" or "Effective 15 January 2025"; empty where neither is known. */
export function editionText(version: number | null, effectiveDate: IsoDate | null): string {
  if (effectiveDate === null) return version === null ? '' : `Version ${version}`;
  const date = longDate(effectiveDate);
  return version === null ? `Effective ${date}` : `Version ${version}, effective ${date}`;
}

/** Carries the edition in a page's head, for the foot of its printed pages. */
export function editionElement(edition: string): string {
  return edition === '' ? '' : `<meta name="edition" content="${escapeHtml(edition)}">\n`;
}

/** The edition that a published page carries; empty where it carries none. */
export function editionOfPage(html: string): string {
  return decodeHTML(EDITION.exec(html.slice(0, HEAD_LENGTH))?.[1] ?? '');
}
