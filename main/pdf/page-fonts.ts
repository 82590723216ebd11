import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A family that published pages name first and only printed pages have: a single HTML file stays small without it. */
interface Family {
  readonly name: string;
  readonly file: string;
  readonly styles: readonly ('normal' | 'italic')[];
}

const FAMILIES: readonly Family[] = [
  { name: 'Codicil Serif', file: 'source-serif-4', styles: ['normal', 'italic'] },
  { name: 'Codicil Sans', file: 'inter', styles: ['normal'] },
];
/** Files by weight, and the weights they stand for. */
const WEIGHTS = { 400: '400', 600: '600 900' } as const;

/** Parts of the families: which characters a file has (scripts/build/print-fonts.ts), and which a page must hold to need it. */
const SUBSETS = [
  {
    name: 'latin',
    range: 'U+20-7E,U+A0-FF,U+131,U+152-153,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212',
    needed: /[ -~]/,
  },
  {
    name: 'latin-ext',
    range: 'U+100-130,U+132-151,U+154-2BA,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113',
    needed: /[Ā-ʺḀ-ỿ₠-⃀ℓ]/,
  },
  { name: 'greek', range: 'U+370-3FF', needed: /[Ͱ-Ͽ]/ },
  { name: 'cyrillic', range: 'U+400-45F,U+490-491,U+4B0-4B1,U+2116', needed: /[Ѐ-џҐ-ґҰ-ұ№]/ },
] as const;

const POLICY_ELEMENT = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

const read = new Map<string, Promise<string>>();

/**
 * A published page with the letters that it is printed in, from the files in `folder`. The page's own content policy, which allows no
 * fonts, goes: the printing window answers with a stricter one than most.
 */
export async function withPageFonts(html: string, folder: string): Promise<string> {
  const faces = await fontFaces(html, folder);
  return html.replace(POLICY_ELEMENT, '').replace('<style>', () => `<style>${faces}`);
}

async function fontFaces(html: string, folder: string): Promise<string> {
  const subsets = SUBSETS.filter(({ needed }) => needed.test(html));
  const faces = FAMILIES.flatMap((family) =>
    subsets.flatMap((subset) =>
      family.styles.flatMap((style) =>
        Object.entries(WEIGHTS).map(async ([weight, weights]) => {
          const file = path.join(folder, `${family.file}-${subset.name}-${weight}-${style}.ttf`);
          return `@font-face{font-family:"${family.name}";font-style:${style};font-weight:${weights};unicode-range:${subset.range};src:url(data:font/ttf;base64,${await base64Of(file)})}`;
        }),
      ),
    ),
  );
  return (await Promise.all(faces)).join('\n');
}

function base64Of(file: string): Promise<string> {
  const known = read.get(file) ?? readFile(file, 'base64');
  read.set(file, known);
  return known;
}
