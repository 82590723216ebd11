import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normaliseText } from '../../shared/model/text.ts';
import { sharedDir } from '../helpers/shared-data.ts';

/** Two texts of which a Word file with tracked changes is made. */
export interface TextPair {
  readonly name: string;
  readonly a: string;
  readonly b: string;
}

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
const VENDORS = [
  row('Vendor', 'Purpose', 'Country'),
  row('---', '---', '---'),
  row('Acorn Hosting', 'Servers', 'Norway'),
  row('Birch Mail', 'Newsletters', 'France'),
  row('Cedar Pay', 'Payments', 'Ireland'),
];
const table = (...rows: string[]): string => rows.join('\n');
const matter = (number: number): string =>
  `This is paragraph number ${number}, which says of matter ${number * 7} that it is kept for ${number + 10} days.`;
const [HEAD = '', RULE = '', ACORN = '', , CEDAR = ''] = VENDORS;
const WHOLE = table(...VENDORS);

/** Pairs that are hard for tracked changes: tables that grow, shrink, move and vanish, nested lists, notes, moved sections. */
const INVENTED: readonly (readonly [name: string, a: string, b: string])[] = [
  [
    'rows',
    `Intro.\n\n${WHOLE}\n\nEnd.`,
    `Intro.\n\n${table(HEAD, RULE, CEDAR, row('Dogwood', 'Logs', 'Spain'), ACORN)}\n\nEnd.`,
  ],
  [
    'columns',
    WHOLE,
    '| Vendor | Region | Purpose |\n|-|-|-|\n| Acorn Hosting | EEA | Servers |\n| Birch Mail | EU | Newsletters |',
  ],
  [
    'lost-column',
    `${WHOLE}\n\nEnd.`,
    '| Vendor | Country |\n|-|-|\n| Acorn Hosting | Norway |\n| Cedar Pay | Ireland |\n\nEnd.',
  ],
  [
    'two-tables',
    `${WHOLE}\n\n| A | B |\n|-|-|\n| 1 | 2 |`,
    `${table(HEAD, RULE, ACORN)}\n\nBetween.\n\n| A | B |\n|-|-|\n| 1 | 3 |\n| 4 | 5 |`,
  ],
  ['new-table', 'Alpha.\n\nOmega.', `Alpha.\n\n${WHOLE}\n\nOmega.`],
  ['lost-table', `Alpha.\n\n${WHOLE}\n\nOmega.`, 'Alpha.\n\nOmega.'],
  ['lost-table-at-the-end', `Alpha.\n\n${WHOLE}`, 'Alpha.'],
  ['lost-table-at-the-start', `${WHOLE}\n\nOmega.`, 'Omega.'],
  [
    'table-to-list',
    `${WHOLE}\n\nEnd.`,
    '- Acorn Hosting: Servers, Norway\n- Birch Mail: Newsletters, France\n\nEnd.',
  ],
  [
    'moved-table',
    `## One\n\n${matter(1)}\n\n${WHOLE}\n\n## Two\n\n${matter(2)}`,
    `## One\n\n${matter(1)}\n\n## Two\n\n${matter(2)}\n\n${WHOLE}`,
  ],
  [
    'filled-cells',
    '| a | b |\n|-|-|\n| **one** [two](https://a.example/) | x |\n|  | y |',
    '| a | b |\n|-|-|\n| **one** [two](https://b.example/) three | x |\n| z | y |',
  ],
  [
    'nested',
    '- one\n  - one a\n    - deep\n  - one b\n- two\n  1. first\n  2. second\n\nEnd.',
    '- one changed\n  - one a\n    - deep\n    - deeper\n- two\n  1. zeroth\n  2. first\n  3. second\n- three\n\nEnd.',
  ],
  [
    'item-paragraphs',
    '1. first\n\n   more of it\n\n2. second\n\n   > quoted here\n\n3. third',
    '1. first\n\n   more of that\n\n   and more\n\n2. third\n\n   > quoted there',
  ],
  [
    'numbered-headings',
    '1. One\n   ---\n   text here\n2. Two\n   ---',
    '1. New\n   ---\n2. One\n   ---\n   text there',
  ],
  [
    'list-to-text',
    'Intro:\n\n- alpha thing\n- beta thing\n\nEnd.',
    'Intro: alpha thing and beta thing.\n\nEnd.',
  ],
  [
    'notes',
    'Kept[^1] and shared[^2].\n\n[^1]: For ten days.\n[^2]: With nobody.',
    'Kept[^1], sold[^3] and shared[^2].\n\n[^1]: For twenty days.\n[^3]: To many.\n[^2]: With nobody.',
  ],
  [
    'moved-sections',
    `## A\n\n${matter(1)}\n\n${matter(2)}\n\n## B\n\n${matter(3)}\n\n- ${matter(4)}\n- ${matter(5)}\n\n## C\n\n${matter(6)}`,
    `## C\n\n${matter(6)}\n\n## B\n\n${matter(3)}\n\n- ${matter(4)}\n- changed: ${matter(5)}\n\n## A\n\n${matter(1)}\n\n${matter(2)} And more.`,
  ],
  [
    'split-and-joined',
    `${matter(1)} ${matter(2)}\n\n${matter(3)}\n\n${matter(4)}`,
    `${matter(1)}\n\n${matter(2)} ${matter(3)}\n\n${matter(4)} Added.\n\nNew at the end.`,
  ],
  ['levels', '# P\n\n## One\n\ntext\n\n### Two\n\ntext', '# P\n\n### One\n\ntext\n\nTwo\n\ntext\n\n## Three'],
  ['code', '```\nline one\nline two\n```\n\nEnd', '```\nline one\nline 2\nline three\n```\n\nEnd `code`'],
  ['rules', 'One\n\n---\n\nTwo\n\n***\n\nThree', 'One\n\nTwo\n\n---\n\nThree\n\n---'],
  ['all-new', '', `# P\n\n${matter(1)}\n\n${WHOLE}\n\n- a\n- b`],
  ['all-lost', `# P\n\n${matter(1)}\n\n${WHOLE}\n\n- a\n- b`, ''],
];

/** Pairs of our own. */
export function inventedPairs(): TextPair[] {
  return INVENTED.map(([name, a, b]) => ({ name: `invented/${name}`, a, b }));
}

/** The development pairs of the measuring data; none where it is not there. */
export function developmentPairs(): TextPair[] {
  if (sharedDir === null) return [];
  const folder = join(sharedDir, 'corpus/pairs');
  return readdirSync(folder).map((pair) => ({
    name: `pairs/${pair}`,
    a: normaliseText(readFileSync(join(folder, pair, 'old.md'), 'utf8')),
    b: normaliseText(readFileSync(join(folder, pair, 'new.md'), 'utf8')),
  }));
}

/** Longer policies take minutes in LibreOffice. */
const LONGEST = 120_000;

/**
 * `count` pairs of versions out of the histories of the measuring data, the same for the same seed: half of them one step apart, the others
 * up to ten.
 */
export function drawnPairs(count: number, seed: number, home: string): TextPair[] {
  if (sharedDir === null) return [];
  const pairs: TextPair[] = [];
  const random = randomNumbers(seed);
  for (const [index, bundle] of ['pga-versions', 'basecamp-policies'].entries()) {
    const clone = join(home, bundle);
    execFileSync('git', ['clone', '-q', '--bare', join(sharedDir, `corpus/${bundle}.bundle`), clone]);
    const files = git(clone, 'ls-tree', '-r', '-z', '--name-only', 'HEAD').split('\0');
    const policies = files.filter((file) => /\.md$/.test(file) && !/README|LICENSE/.test(file));
    const wanted = index === 0 ? Math.ceil(count * 0.7) : count;
    while (pairs.length < wanted) {
      const pair = drawPair(clone, pick(policies, random), random);
      if (pair) pairs.push(pair);
    }
  }
  return pairs;
}

function drawPair(clone: string, file: string, random: () => number): TextPair | null {
  const commits = git(clone, 'log', '--format=%H', '--', file).trim().split('\n');
  const at = Math.floor(random() * (commits.length - 1));
  const apart = random() < 0.5 ? 1 : 1 + Math.floor(random() * 10);
  const [newer, older] = [commits[at], commits[at + apart]];
  if (!newer || !older) return null;
  const [a, b] = [older, newer].map((commit) => textAt(clone, commit, file));
  if (!a || !b || a === b || a.length > LONGEST || b.length > LONGEST) return null;
  return { name: `${file}@${newer.slice(0, 8)}-${apart}`, a, b };
}

function textAt(clone: string, commit: string, file: string): string | null {
  const there = git(clone, 'ls-tree', commit, '--', file) !== '';
  return there ? normaliseText(git(clone, 'show', `${commit}:${file}`)) : null;
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function pick(from: readonly string[], random: () => number): string {
  return from[Math.floor(random() * from.length)] ?? '';
}

/** Park and Miller's generator, CACM 1988: the same numbers everywhere. */
function randomNumbers(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
