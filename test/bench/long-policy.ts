import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const samples = fileURLToPath(new URL('../../resources/samples', import.meta.url));
const PLACES = [
  'Northmere',
  'Ostrava',
  'Pellwood',
  'Quarrybank',
  'Redcliff',
  'Saltmarsh',
  'Tarnhill',
  'Upwell',
];

/**
 * A policy of at least `length` characters out of the sample library's texts, as a group of companies would join theirs: each text is
 * one part, with headings a level deeper and words of its own in each round, so that paragraphs and headings do not repeat themselves.
 */
export function longPolicy(length: number): string {
  const texts = sampleTexts();
  const parts = ['# Policies of the group\n'];
  let size = 0;
  for (let round = 0; size < length; round++) {
    const text = texts[round % texts.length] ?? '';
    const part = adapt(text, round, Math.floor(round / texts.length));
    parts.push(part);
    size += part.length + 1;
  }
  return parts.join('\n');
}

function adapt(text: string, part: number, round: number): string {
  const place = PLACES[round % PLACES.length] ?? '';
  const mark = `${place} ${part + 1}`;
  return text
    .replace(/^(#{1,5}) (.*)$/gm, (_, marks: string, heading: string) => `#${marks} ${heading} (${mark})`)
    .replace(/^([A-Z][^|\n]{60,})$/gm, (paragraph: string) => `${paragraph} This holds for ${mark}.`);
}

function sampleTexts(): readonly string[] {
  return readdirSync(samples, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && name.includes(path.sep))
    .sort()
    .map((name) => readFileSync(path.join(samples, name), 'utf8'));
}
