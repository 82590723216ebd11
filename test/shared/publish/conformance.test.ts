import { describe, expect, it } from 'vitest';
import { markdownTree } from '../../../shared/publish/markdown-tree.ts';
import { readShared, sharedDir } from '../../helpers/shared-data.ts';
import { normalisedHtml } from './specified-html.ts';

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly example: number;
  readonly section: string;
}

interface Suite {
  readonly file: string;
  readonly examples: number;
  /** Examples that are rendered otherwise than specified, by the reason. Everything else must be as specified. */
  readonly deviations: Readonly<Record<string, readonly number[]>>;
}

const RAW_HTML = 'raw HTML: an element or attribute outside the safe subset is dropped or shown as written';
const SCHEME = 'a link to a scheme that no published page may open keeps its words and loses its address';
const AUTOLINK = 'GFM autolinks: the example is about CommonMark without the extension';

const SUITES: readonly Suite[] = [
  {
    file: 'commonmark-spec.json',
    examples: 652,
    deviations: {
      [RAW_HTML]: [
        150, 152, 153, 154, 156, 157, 158, 163, 164, 169, 170, 171, 172, 173, 176, 178, 180, 181, 182, 201,
        491, 524, 536, 613, 614, 615, 616, 617, 623, 626, 627, 628, 629,
      ],
      [SCHEME]: [500, 596, 598, 599, 601],
      [AUTOLINK]: [602, 608, 611, 612],
    },
  },
  {
    file: 'gfm-spec.json',
    examples: 673,
    deviations: {
      [RAW_HTML]: [
        120, 122, 123, 124, 126, 127, 128, 133, 134, 139, 140, 141, 142, 145, 147, 149, 150, 151, 170, 500,
        532, 544, 632, 633, 634, 635, 636, 642, 645, 646, 647, 648, 649,
      ],
      [SCHEME]: [508, 604, 606, 607, 609, 628],
      [AUTOLINK]: [610, 616, 619, 620],
    },
  },
];

describe.skipIf(sharedDir === null).each(SUITES)('$file', ({ file, examples, deviations }) => {
  const all = sharedDir === null ? [] : (JSON.parse(readShared(`hostile/conformance/${file}`)) as Example[]);

  it('has the number of examples that the specification counts', () => {
    expect(all.length).toBe(examples);
  });

  it('is rendered as specified but for the listed deviations', () => {
    const different = all.filter(
      ({ markdown, html }) => normalisedHtml(markdownTree(markdown)) !== normalisedHtml(html),
    );
    expect(different.map(({ example }) => example)).toEqual(
      Object.values(deviations)
        .flat()
        .toSorted((one, other) => one - other),
    );
  });
});
