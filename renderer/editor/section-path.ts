import type { Section } from '../../shared/structure/inspection.ts';

/** A section with those it lies in, the outermost first; empty for no section (-1). */
export function sectionPath(sections: readonly Section[], index: number): readonly Section[] {
  const path: Section[] = [];
  let level = Number.POSITIVE_INFINITY;
  for (let at = index; at >= 0; at--) {
    const section = sections[at];
    if (!section || section.level >= level) continue;
    path.unshift(section);
    level = section.level;
  }
  return path;
}
