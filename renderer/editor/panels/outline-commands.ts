import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import type { TextEdit } from '../../../shared/model/text.ts';
import type { Section } from '../../../shared/structure/inspection.ts';
import { moveNumberedSection } from '../../../shared/structure/lenses/move-numbered-section.ts';
import { changeLevel, renumberSections } from '../../../shared/structure/lenses/outline-lens.ts';
import type { Analysis } from '../text-analysis.ts';

/** What can be done to a section from the outline; its subsections come with it. */
export type OutlineCommand = 'move-up' | 'move-down' | 'promote' | 'demote' | 'renumber';

/** The edits that a command means for a section; null where it cannot be done. They are given against the text of the reading. */
export function outlineEdits(
  { text, inspection }: Pick<Analysis, 'text' | 'inspection'>,
  index: number,
  command: OutlineCommand,
): readonly TextEdit[] | null {
  const document = parseDocument(text);
  const { sections } = inspection;
  switch (command) {
    case 'move-up': {
      const before = previousSibling(sections, index);
      return before === null ? null : moveNumberedSection(document, inspection, index, before);
    }
    case 'move-down': {
      const before = pastNextSibling(sections, index);
      return before === null ? null : moveNumberedSection(document, inspection, index, before);
    }
    case 'promote':
      return changeLevel(document, inspection, index, -1);
    case 'demote':
      return changeLevel(document, inspection, index, 1);
    case 'renumber':
      return renumberSections(document, inspection);
  }
}

/** The command that a key with Alt held means, or null. */
export function outlineCommandForKey(key: string, altKey: boolean): OutlineCommand | null {
  if (!altKey) return null;
  switch (key) {
    case 'ArrowUp':
      return 'move-up';
    case 'ArrowDown':
      return 'move-down';
    case 'ArrowLeft':
      return 'promote';
    case 'ArrowRight':
      return 'demote';
    default:
      return null;
  }
}

function previousSibling(sections: readonly Section[], index: number): number | null {
  const own = sections[index]?.level ?? 0;
  for (let at = index - 1; at >= 0; at--) {
    const level = sections[at]?.level ?? 0;
    if (level === own) return at;
    if (level < own) return null;
  }
  return null;
}

function pastNextSibling(sections: readonly Section[], index: number): number | null {
  const own = sections[index]?.level ?? 0;
  const next = endOfSubtree(sections, index);
  return sections[next]?.level === own ? endOfSubtree(sections, next) : null;
}

/** The index of the first section that is not below this one. */
function endOfSubtree(sections: readonly Section[], index: number): number {
  const own = sections[index]?.level ?? 0;
  let end = index + 1;
  while (end < sections.length && (sections[end]?.level ?? 0) > own) end++;
  return end;
}
