import { roman } from './tidy-tree.ts';
import { namespacePrefix } from './tracked-changes.ts';

/** Stand around the label of a numbered paragraph on its way through the converter, which does not tell labels. Private use, so no text has them. */
export const LABEL_OPEN = '\uE0F0';
export const LABEL_CLOSE = '\uE0F1';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

interface Numbering {
  /** By the id of an abstract numbering. */
  readonly levels: ReadonlyMap<string, readonly Level[]>;
  /** By the id of a concrete numbering. */
  readonly nums: ReadonlyMap<
    string,
    { readonly abstract: string; readonly starts: ReadonlyMap<number, number> }
  >;
}

interface NumberedStyle {
  readonly num: string;
  readonly level: number;
}

/** A document part in which numbered paragraphs say their number (ECMA-376 part 1, 17.9), between marks, for `takeLabels` to find. */
export function writeNumbers(document: string, numberingPart: string, stylesPart: string): string {
  const prefix = namespacePrefix(document);
  const numbering = readNumbering(numberingPart);
  const styles = readStyles(stylesPart, numberingPart);
  const counters = new Map<string, number[]>();
  const started = new Set<string>();
  const xml = document.replace(
    new RegExp(`<${prefix}pPrChange[\\s>][\\s\\S]*?</${prefix}pPrChange>`, 'g'),
    '',
  );
  const paragraph = new RegExp(`<${prefix}pPr>[\\s\\S]*?</${prefix}pPr>`, 'g');
  return xml.replace(paragraph, (properties) => {
    const style = value(properties, `${prefix}pStyle`);
    const inherited = style === '' ? undefined : styles.get(style);
    const own = value(properties, `${prefix}numId`);
    const id = own === '' ? (inherited?.num ?? '') : own;
    const num = numbering.nums.get(id);
    if (!num) return properties;
    const level = Number(value(properties, `${prefix}ilvl`) || (own === '' ? (inherited?.level ?? 0) : 0));
    const levels = numbering.levels.get(num.abstract) ?? [];
    const counts = counters.get(num.abstract) ?? [];
    counters.set(num.abstract, counts);
    const override = started.has(`${id} ${level}`) ? undefined : num.starts.get(level);
    started.add(`${id} ${level}`);
    const before = counts[level] ?? (levels[level]?.start ?? 1) - 1;
    counts.length = Math.min(counts.length, level + 1);
    counts[level] = override ?? before + 1;
    const label = labelOf(levels, level, counts);
    if (label === null) return properties;
    const marked = `${LABEL_OPEN}${label}${LABEL_CLOSE}`;
    return `${properties}<${prefix}r><${prefix}t>${marked}</${prefix}t></${prefix}r>`;
  });
}

/** Null for a bullet that shows; empty for a paragraph that only stands in a list. */
function labelOf(levels: readonly Level[], at: number, counts: readonly number[]): string | null {
  const level = levels[at];
  if (!level) return null;
  if (level.format === 'bullet') return level.text.trim() === '' ? '' : null;
  if (level.format === 'none' && !level.text.includes('%')) return level.text.trim();
  return level.text
    .replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const count = counts[index] ?? levels[index]?.start ?? 1;
      return format(count, levels[index]?.format ?? 'decimal');
    })
    .trim();
}

function format(count: number, style: string): string {
  switch (style) {
    case 'lowerLetter':
      return letters(count);
    case 'upperLetter':
      return letters(count).toUpperCase();
    case 'lowerRoman':
      return roman(count);
    case 'upperRoman':
      return roman(count).toUpperCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    default:
      return String(count);
  }
}

/** a to z, then aa, bb: as Word counts. */
function letters(count: number): string {
  const letter = String.fromCharCode(97 + ((count - 1) % 26));
  return letter.repeat(Math.min(5, Math.floor((count - 1) / 26) + 1));
}

function readNumbering(xml: string): Numbering {
  const prefix = namespacePrefix(xml);
  const levels = new Map<string, Level[]>();
  for (const [, id = '', body = ''] of elements(xml, `${prefix}abstractNum`, `${prefix}abstractNumId`))
    levels.set(
      id,
      [...elements(body, `${prefix}lvl`, `${prefix}ilvl`)].map(([, , level = '']) => ({
        format: value(level, `${prefix}numFmt`) || 'decimal',
        text: value(level, `${prefix}lvlText`),
        start: Number(value(level, `${prefix}start`) || 1),
      })),
    );
  const nums = new Map(
    [...elements(xml, `${prefix}num`, `${prefix}numId`)].map(([, id = '', body = '']) => [
      id,
      { abstract: value(body, `${prefix}abstractNumId`), starts: startsOf(body, prefix) },
    ]),
  );
  return { levels, nums };
}

function startsOf(num: string, prefix: string): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const [, level = '', body = ''] of elements(num, `${prefix}lvlOverride`, `${prefix}ilvl`)) {
    const start = value(body, `${prefix}startOverride`);
    if (start !== '') starts.set(Number(level), Number(start));
  }
  return starts;
}

/** Styles whose paragraphs are numbered; a style has what the one it is based on has. */
function readStyles(xml: string, numberingPart: string): ReadonlyMap<string, NumberedStyle> {
  const prefix = namespacePrefix(xml);
  const bodies = new Map(
    [...elements(xml, `${prefix}style`, `${prefix}styleId`)].map(([, id = '', body = '']) => [id, body]),
  );
  const linked = levelsOfStyles(numberingPart);
  const found = new Map<string, NumberedStyle>();
  for (const style of bodies.keys()) {
    const seen = new Set<string>();
    for (let at = style; at !== '' && !seen.has(at); at = value(bodies.get(at) ?? '', `${prefix}basedOn`)) {
      seen.add(at);
      const num = value(bodies.get(at) ?? '', `${prefix}numId`);
      if (num === '') continue;
      const level = linked.get(style) ?? Number(value(bodies.get(at) ?? '', `${prefix}ilvl`) || 0);
      if (num !== '0') found.set(style, { num, level });
      break;
    }
  }
  return found;
}

function levelsOfStyles(numberingPart: string): ReadonlyMap<string, number> {
  const prefix = namespacePrefix(numberingPart);
  const levels = new Map<string, number>();
  for (const [, level = '', body = ''] of elements(numberingPart, `${prefix}lvl`, `${prefix}ilvl`)) {
    const style = value(body, `${prefix}pStyle`);
    if (style !== '') levels.set(style, Number(level));
  }
  return levels;
}

/** Elements of a name with the value of one attribute and what is in them; the elements do not nest. */
function elements(xml: string, name: string, attribute: string): IterableIterator<RegExpExecArray> {
  return xml.matchAll(
    new RegExp(`<${name}\\s(?:[^<>]*?\\s)?${attribute}="([^"]*)"[^<>]*>([\\s\\S]*?)</${name}>`, 'g'),
  );
}

/** The `val` of the first element of a name; empty where there is none. */
function value(xml: string, name: string): string {
  return new RegExp(`<${name}\\s[^<>]*?\\bval="([^"]*)"`).exec(xml)?.[1] ?? '';
}
