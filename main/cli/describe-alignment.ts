import type { Alignment, CoverageCell, PassageSummary } from '../../shared/align/alignment.ts';

/** Characters of a heading that a line of the terminal has room for. */
const TITLE_WIDTH = 44;
const SIGNS: Readonly<Record<CoverageCell['status'], string>> = {
  covered: 'covered',
  mentioned: 'mentioned',
  absent: '-',
  unread: 'not read',
};

/** An alignment in lines for a terminal: links, what corresponds to nothing, and the coverage of the ten categories. */
export function describeAlignment(alignment: Alignment): string {
  const passages = new Map(
    alignment.documents.flatMap(({ sections }) => sections.map((section) => [section.id, section] as const)),
  );
  const title = (id: string): string => describePassage(passages.get(id));
  const lines = [
    ...alignment.documents.map(({ label, sections }) => `${label}: ${sections.length} passages`),
    '',
    ...alignment.links.map(
      ({ from, to, score, origin }) =>
        `${origin === 'confirmed' ? 'you ' : score.toFixed(2)}  ${title(from).padEnd(TITLE_WIDTH + 12)}  ${title(to)}`,
    ),
    ...alignment.brokenLinks.map(
      ({ from, to }) => `not   ${title(from).padEnd(TITLE_WIDTH + 12)}  ${title(to)}  (you said so)`,
    ),
    '',
    ...alignment.unmatched.map((id) => `nothing corresponds to  ${title(id)}`),
    '',
    ...alignment.diagnostics.flatMap(({ message }) => [message, '']),
    ...alignment.topics.map(({ id, name }) => {
      const cells = alignment.coverage.filter(({ topic }) => topic === id);
      return `${name.padEnd(38)}${cells.map(({ status }) => SIGNS[status].padEnd(11)).join('')}`.trimEnd();
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function describePassage(passage: PassageSummary | undefined): string {
  if (!passage) return '';
  const title = passage.heading || '(no heading)';
  const short = title.length > TITLE_WIDTH ? `${title.slice(0, TITLE_WIDTH - 1)}…` : title;
  return `${short} (line ${passage.fromLine})`;
}
