import type { MarkdownDocument } from '../markdown/document.ts';
import { parseDocument } from '../markdown/parse-document.ts';
import { guessLanguage } from '../structure/language.ts';
import type {
  AlignedText,
  Alignment,
  AlignmentDocument,
  AlignmentLink,
  CoverageCell,
  LinkOverride,
  PassageSummary,
  TopicDecision,
} from './alignment.ts';
import { anchorOf } from './anchors.ts';
import { categoryRows, coverCategories, coverTopics, topicRows } from './coverage.ts';
import { decideCategories } from './decide-categories.ts';
import { isReadable, languageDiagnostics } from './known-language.ts';
import { applyOverrides } from './overrides.ts';
import { type PassageFeatures, readFeatures } from './passage-features.ts';
import { cutPassages, type Passage } from './passages.ts';
import { runToEnd } from './run-to-end.ts';
import {
  comparePassages,
  explainLink,
  type TermVector,
  termCosine,
  termVectors,
  totalSimilarity,
} from './similarity.ts';
import { type Candidate, LEAST_SCORE, solveLinks } from './solve-links.ts';
import { topics } from './topics/topic-tree.ts';
import type { Word } from './words.ts';

/** A document read for alignment; make it once per text and use it for every pair. */
export interface PreparedText {
  readonly label: string;
  /** What overrides name the policy by, through all its versions. */
  readonly key: string;
  readonly text: string;
  readonly parsed: MarkdownDocument;
  readonly document: AlignmentDocument;
  readonly words: readonly Word[];
  readonly passages: readonly Passage[];
  readonly features: readonly PassageFeatures[];
}

/** A topic is named for a passage from one strong phrase on. */
const NAMED = 3;
const MOST_TOPICS = 6;
/** Weight at which a decision is as good as certain (63 % of 1). */
const SCORE_SATURATION = 6;
/** Decimals kept of scores: enough to rank, few enough to read. */
const SCORE_DECIMALS = 4;
const NO_TERMS: TermVector = new Map();

/**
 * Finds which passages of policies of different companies speak of the same thing, and which topics each covers. The same texts
 * give the same result, whatever their order; links between two documents do not depend on the others.
 */
export function align(documents: readonly AlignedText[], overrides: readonly LinkOverride[] = []): Alignment {
  return alignPrepared(
    documents.map((document, index) => prepareText(document, index)),
    overrides,
  );
}

/** Reads one document for alignment; `index` is its place at the table and gives its passages their letter. */
export function prepareText(input: AlignedText, index: number): PreparedText {
  const parsed = parseDocument(input.text);
  const list = cutPassages(parsed);
  const sections = list.passages.map(
    (passage, number): PassageSummary => ({
      id: `${documentLetters(index)}${number + 1}`,
      heading: passage.heading,
      path: passage.path,
      fromLine: passage.fromLine,
      toLine: passage.toLine,
      range: passage.range,
      topics: decideTopics(passage),
      categories: passage.isTitle ? ['other'] : decideCategories(passage.strengths),
      anchor: anchorOf(list.words, passage),
    }),
  );
  return {
    label: input.label,
    key: input.key ?? input.label,
    text: input.text,
    parsed,
    words: list.words,
    document: { label: input.label, language: guessLanguage(input.text), sections },
    passages: list.passages,
    features: readFeatures(list),
  };
}

/** Aligns documents already read. */
export function alignPrepared(
  prepared: readonly PreparedText[],
  overrides: readonly LinkOverride[] = [],
): Alignment {
  return runToEnd(alignInSteps(prepared, overrides));
}

/** The same in steps of a pair or a document each, so that a process can do something else between them. */
export function* alignInSteps(
  prepared: readonly PreparedText[],
  overrides: readonly LinkOverride[] = [],
): Generator<null, Alignment> {
  const computed: AlignmentLink[] = [];
  for (const [index, a] of prepared.entries())
    for (const b of prepared.slice(index + 1)) {
      yield null;
      computed.push(...linkPair(a, b));
    }
  const { links, lost, broken } = applyOverrides(prepared, computed, overrides);
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const unmatched = prepared.flatMap(({ document }) =>
    document.sections.map(({ id }) => id).filter((id) => !linked.has(id)),
  );
  return {
    format: 'codicil.align/1',
    documents: prepared.map(({ document }) => document),
    links,
    unmatched,
    topics: categoryRows,
    fineTopics: topicRows,
    ...(yield* coverageInSteps(prepared)),
    lostOverrides: lost,
    brokenLinks: broken,
    diagnostics: languageDiagnostics(prepared.map(({ document }) => document)),
  };
}

/** The coverage of all documents, in steps of a document each. */
function* coverageInSteps(
  prepared: readonly PreparedText[],
): Generator<null, Pick<Alignment, 'coverage' | 'fineCoverage'>> {
  const columns: CoverageColumn[] = [];
  for (const [index, one] of prepared.entries()) {
    yield null;
    columns.push(readCoverage(one, index));
  }
  return joinColumns(columns);
}

/** What one policy covers: its cells over the ten categories and over the finer topics. */
export interface CoverageColumn {
  readonly wide: readonly CoverageCell[];
  readonly fine: readonly CoverageCell[];
}

/** Reads the column of one policy; `index` is its place at the table. */
export function readCoverage({ document, passages }: PreparedText, index: number): CoverageColumn {
  const ids = document.sections.map(({ id }) => id);
  const cells = { wide: coverCategories(index, passages, ids), fine: coverTopics(index, passages, ids) };
  return isReadable(document.language) ? cells : { wide: unread(cells.wide), fine: unread(cells.fine) };
}

/** The matrix of columns that were read one by one. */
export function joinColumns(
  columns: readonly CoverageColumn[],
): Pick<Alignment, 'coverage' | 'fineCoverage'> {
  return {
    coverage: columns.flatMap(({ wide }) => wide),
    fineCoverage: columns.flatMap(({ fine }) => fine),
  };
}

/** A column of a text whose words are not known: neither covered nor absent. */
function unread(cells: readonly CoverageCell[]): CoverageCell[] {
  return cells.map(({ topic, document }) => ({ topic, document, status: 'unread', passages: [] }));
}

/** The links between the passages of two documents, in order of the first's passages. */
export function linkPair(a: PreparedText, b: PreparedText): AlignmentLink[] {
  const [termsA, termsB] = termVectors(a.features, b.features);
  const candidates: Candidate[] = [];
  a.features.forEach((x, i) => {
    if (!x.hasText) return;
    b.features.forEach((y, j) => {
      if (!y.hasText) return;
      const without = comparePassages(x, y, 0);
      // Wording is the dearest part: it is not read where it could not help.
      if (totalSimilarity({ ...without, wording: 1 }) < LEAST_SCORE) return;
      const wording = termCosine(termsA[i] ?? NO_TERMS, termsB[j] ?? NO_TERMS);
      const score = roundScore(totalSimilarity({ ...without, wording }));
      if (score >= LEAST_SCORE)
        candidates.push({ a: i, b: j, score, gathersA: without.gathersA, gathersB: without.gathersB });
    });
  });
  return solveLinks(candidates).flatMap(({ a: i, b: j, score }) => {
    const [x, y, from, to] = [a.features[i], b.features[j], a.document.sections[i], b.document.sections[j]];
    if (!x || !y || !from || !to) return [];
    const [tx, ty] = [termsA[i] ?? NO_TERMS, termsB[j] ?? NO_TERMS];
    const parts = comparePassages(x, y, termCosine(tx, ty));
    return [
      { from: from.id, to: to.id, score, origin: 'computed', reasons: explainLink(x, y, tx, ty, parts) },
    ];
  });
}

function decideTopics(passage: Passage): TopicDecision[] {
  const { weights, evidence } = passage.strengths;
  return topics
    .flatMap((topic, number) => {
      const weight = weights[number] ?? 0;
      if (weight < NAMED) return [];
      const score = roundScore(1 - Math.exp(-weight / SCORE_SATURATION));
      return [{ topic: topic.id, category: topic.category, score, evidence: evidence.get(number) ?? [] }];
    })
    .sort((x, y) => y.score - x.score || (x.topic < y.topic ? -1 : 1))
    .slice(0, MOST_TOPICS);
}

/** `a` to `z`, then `aa`, `ab` …, as spreadsheets name columns. */
function documentLetters(index: number): string {
  const letters = 26;
  const last = String.fromCharCode(97 + (index % letters));
  return index < letters ? last : documentLetters(Math.floor(index / letters) - 1) + last;
}

function roundScore(score: number): number {
  return Number(score.toFixed(SCORE_DECIMALS));
}
