import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import subsetFont from 'subset-font';
import { root } from './targets.mjs';

/** The families of printed pages, with the styles that they are set in. */
const families = [
  { file: 'source-serif-4', styles: ['normal', 'italic'] },
  { file: 'inter', styles: ['normal'] },
] as const;
const weights = [400, 600] as const;

/**
 * First and last characters of each part. No letter of a file stands for two characters that words are made of: fonts draw
 * U+02BC (a letter) like the apostrophe, and a PDF would be read with the wrong one.
 */
const subsets: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  latin: [
    [0x20, 0x7e],
    [0xa0, 0xac],
    [0xae, 0xff],
    [0x131, 0x131],
    [0x152, 0x153],
    [0x2c6, 0x2c6],
    [0x2da, 0x2da],
    [0x2dc, 0x2dc],
    [0x2000, 0x206f],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2191, 0x2191],
    [0x2193, 0x2193],
    [0x2212, 0x2212],
  ],
  'latin-ext': [
    [0x100, 0x130],
    [0x132, 0x151],
    [0x154, 0x2ba],
    [0x1e00, 0x1e9f],
    [0x1ef2, 0x1eff],
    [0x20a0, 0x20ab],
    [0x20ad, 0x20c0],
    [0x2113, 0x2113],
  ],
  greek: [[0x370, 0x3ff]],
  cyrillic: [
    [0x400, 0x45f],
    [0x490, 0x491],
    [0x4b0, 0x4b1],
    [0x2116, 0x2116],
  ],
};

/** Writes the letters that main/pdf/page-fonts.ts puts into printed pages, not compressed: they are read at each printing. */
export async function writePrintFonts(folder: string): Promise<void> {
  mkdirSync(folder);
  for (const { file, styles } of families)
    for (const [subset, ranges] of Object.entries(subsets))
      for (const weight of weights)
        for (const style of styles) {
          const from = path.join(
            root,
            'node_modules/@fontsource',
            file,
            'files',
            `${file}-${subset}-${weight}-${style}.woff2`,
          );
          const font = await subsetFont(readFileSync(from), charactersIn(ranges), { targetFormat: 'sfnt' });
          writeFileSync(path.join(folder, `${file}-${subset}-${weight}-${style}.ttf`), font);
        }
}

function charactersIn(ranges: readonly (readonly [number, number])[]): string {
  return ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    .map((code) => String.fromCodePoint(code))
    .join('');
}
