import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { prepareText } from '../../shared/align/align.ts';
import { categories } from '../../shared/align/topics/topic-tree.ts';

/*
 * How well the ten categories are decided on OPP-115 (Wilson et al. 2016), for readers who have it: its licence allows research
 * and teaching only, so nothing of it is here. Each segment is read alone, as `codicil align` reads a file; it is right about a
 * category where at least two of the three annotators found one. `node test/bench/align-opp115.ts FOLDER`, the folder with
 * `sanitized_policies` and `annotations`. Half of the policies, every other one by name, is given by itself: no error in it was read.
 */

/** Annotators of three who must agree. */
const AGREED = 2;
const ANNOTATION = /^\d+,[^,]*,(\d+),\d+,(\d+),("[^"]*"|[^,]*),/;

interface Segment {
  readonly gold: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
  readonly isHeld: boolean;
}

const idOf = new Map<string, string>(categories.map(({ id, name }) => [name, id]));

/** Annotators by segment and category. */
function readVotes(file: string): ReadonlyMap<string, ReadonlySet<string>> {
  const votes = new Map<string, Set<string>>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, annotator = '', segment = '', name = ''] = ANNOTATION.exec(line) ?? [];
    const category = idOf.get(name.replaceAll('"', ''));
    if (!category) continue;
    const key = `${segment} ${category}`;
    votes.set(key, (votes.get(key) ?? new Set<string>()).add(annotator));
  }
  return votes;
}

/** The markup of the data's pages as paragraphs of plain text. */
function plainText(html: string): string {
  const lines = html.split(/<br>|<\/?p>|\n/).map((line) =>
    line
      .replace(/<[^>]+>/g, ' ')
      .replace(/&[a-z]+;/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return lines.filter(Boolean).join('\n\n');
}

function readPolicy(folder: string, name: string, index: number): Segment[] {
  const votes = readVotes(join(folder, 'annotations', `${basename(name, '.html')}.csv`));
  const html = readFileSync(join(folder, 'sanitized_policies', name), 'utf8');
  return html.split('|||').map((source, segment) => {
    const { sections } = prepareText({ label: name, text: plainText(source) }, 0).document;
    const agreed = [...idOf.values()].filter((id) => (votes.get(`${segment} ${id}`)?.size ?? 0) >= AGREED);
    return {
      gold: new Set(agreed),
      found: new Set(sections.flatMap(({ categories: decided }) => decided)),
      isHeld: index % 2 === 1,
    };
  });
}

/** Precision, recall and F1 over the decisions of all segments on the given categories. */
function score(segments: readonly Segment[], ids: readonly string[]): string {
  let [right, wrong, missed] = [0, 0, 0];
  for (const { gold, found } of segments)
    for (const id of ids) {
      if (gold.has(id) && found.has(id)) right++;
      else if (found.has(id)) wrong++;
      else if (gold.has(id)) missed++;
    }
  const [precision, recall] = [right / (right + wrong), right / (right + missed)];
  const f1 = (2 * precision * recall) / (precision + recall);
  return `precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  (${right + missed})`;
}

function main(): void {
  const [folder] = process.argv.slice(2);
  if (!folder) {
    console.error('Name the folder of OPP-115 that holds sanitized_policies and annotations.');
    process.exitCode = 2;
    return;
  }
  const names = readdirSync(join(folder, 'sanitized_policies')).sort();
  const all = names.flatMap((name, index) => readPolicy(folder, name, index));
  const segments = all.filter(({ gold }) => gold.size > 0);
  const ids = [...idOf.values()];
  console.log(
    `${names.length} policies, ${segments.length} segments of ${all.length} with an agreed category`,
  );
  console.log(`all                                   ${score(segments, ids)}`);
  const held = segments.filter(({ isHeld }) => isHeld);
  console.log(`the half whose errors were not read   ${score(held, ids)}`);
  for (const [name, id] of idOf) console.log(`  ${name.padEnd(36)}${score(segments, [id])}`);
}

main();
