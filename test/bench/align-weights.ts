import { readdirSync } from 'node:fs';
import { type PreparedText, prepareText } from '../../shared/align/align.ts';
import {
  comparePassages,
  type PartWeights,
  type Similarity,
  termCosine,
  termVectors,
  weighSimilarity,
} from '../../shared/align/similarity.ts';
import { type Candidate, solveLinks } from '../../shared/align/solve-links.ts';
import { readShared, sharedDir } from '../helpers/shared-data.ts';
import {
  type AlignmentCounts,
  countAlignment,
  type GoldPair,
  type GoldSection,
  scoreCounts,
} from '../shared/align/score-alignment.ts';

/*
 * How far the weights of the alignment hold for companies they were not chosen on: every combination of a grid is scored on
 * all pairs but one, and the best of them on the pair left out. `node test/bench/align-weights.ts`, about a minute.
 */

interface Setting {
  readonly weights: PartWeights;
  readonly least: number;
}

interface Pair {
  readonly gold: GoldPair;
  readonly a: PreparedText;
  readonly b: PreparedText;
  readonly sections: readonly [readonly GoldSection[], readonly GoldSection[]];
  readonly parts: readonly { readonly a: number; readonly b: number; readonly parts: Similarity }[];
}

const GOLD = 'corpus/alignment';

function readPair(file: string): Pair {
  const gold: GoldPair = JSON.parse(readShared(`${GOLD}/pairs/${file}`));
  const sections = (document: string): GoldSection[] =>
    JSON.parse(readShared(`${GOLD}/sections/${document}.json`)).sections;
  const [a, b] = [gold.a_file, gold.b_file].map((path, index) =>
    prepareText({ label: path, text: readShared(`corpus/${path}`) }, index),
  );
  if (!a || !b) throw new Error('A pair has two texts');
  const [termsA, termsB] = termVectors(a.features, b.features);
  const parts = a.features.flatMap((x, i) =>
    b.features.flatMap((y, j) => {
      const [tx, ty] = [termsA[i], termsB[j]];
      return x.hasText && y.hasText && tx && ty
        ? [{ a: i, b: j, parts: comparePassages(x, y, termCosine(tx, ty)) }]
        : [];
    }),
  );
  return { gold, a, b, sections: [sections(gold.a), sections(gold.b)], parts };
}

function countWith({ weights, least }: Setting, pair: Pair): AlignmentCounts {
  const candidates = pair.parts.map(
    ({ a, b, parts }): Candidate => ({
      a,
      b,
      score: weighSimilarity(parts, weights),
      gathersA: parts.gathersA,
      gathersB: parts.gathersB,
    }),
  );
  const links = solveLinks(candidates, least).map(({ a, b }) => ({
    from: pair.a.document.sections[a]?.id ?? '',
    to: pair.b.document.sections[b]?.id ?? '',
  }));
  const documents = [pair.a.document, pair.b.document];
  return countAlignment({ documents, links }, pair.gold, ...pair.sections);
}

function sum(counts: readonly AlignmentCounts[]): AlignmentCounts {
  const total = { predicted: 0, right: 0, strict: 0, wanted: 0, found: 0, nothing: 0, nothingRight: 0 };
  for (const count of counts)
    for (const key of Object.keys(total) as (keyof AlignmentCounts)[]) total[key] += count[key];
  return total;
}

function* grid(): Generator<Setting> {
  for (const wording of [0.3, 0.6, 0.9])
    for (const headings of [0.2, 0.4, 0.6])
      for (const containment of [0.3, 0.5, 0.7])
        for (const generality of [0.4, 0.7, 1])
          for (const least of [0.22, 0.25, 0.275, 0.3, 0.33])
            yield { weights: { topics: 1, wording, headings, containment, generality }, least };
}

function worth(counts: AlignmentCounts): number {
  const { f1, strictF1, nothing } = scoreCounts(counts);
  return f1 + strictF1 + 0.5 * Math.min(0.8, nothing);
}

function main(): void {
  if (sharedDir === null) return;
  const pairs = readdirSync(`${sharedDir}/${GOLD}/pairs`).sort().map(readPair);
  const tried = [...grid()].map((setting) => ({
    setting,
    counts: pairs.map((pair) => countWith(setting, pair)),
  }));
  const leftOut = pairs.map((_, left) => {
    const best = tried
      .map(({ setting, counts }) => ({
        setting,
        counts,
        value: worth(sum(counts.filter((_, i) => i !== left))),
      }))
      .sort((x, y) => y.value - x.value)[0];
    return best?.counts[left];
  });
  const found = leftOut.filter((counts) => counts !== undefined);
  console.log('each pair left out in turn:', scoreCounts(sum(found)));
  const all = tried.map(({ counts }) => scoreCounts(sum(counts)).f1).sort((x, y) => x - y);
  const at = (share: number): string => (all[Math.floor(share * (all.length - 1))] ?? 0).toFixed(3);
  console.log(`F1 over the grid: worst ${at(0)}, quarter ${at(0.25)}, half ${at(0.5)}, best ${at(1)}`);
}

main();
