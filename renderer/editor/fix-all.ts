import type { Finding } from '../../shared/checks/finding.ts';
import { RULES } from '../../shared/checks/rules.ts';
import type { TextEdit } from '../../shared/model/text.ts';

/** Findings of one rule that can all be mended at once. */
export interface FixGroup {
  readonly rule: string;
  /** What the rule looks for, in words. */
  readonly title: string;
  /** At least two. */
  readonly findings: readonly Finding[];
}

/** The rules with at least two ready fixes, in the order in which the text first has them. */
export function fixGroups(findings: readonly Finding[]): readonly FixGroup[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings)
    if (finding.edits) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  return [...byRule]
    .filter(([, group]) => group.length > 1)
    .map(([rule, group]) => ({ rule, title: titleOf(rule), findings: group }));
}

/** The edits of all fixes, in order; of two fixes that touch the same words the first counts, and the other is found again. */
export function editsOfAll(findings: readonly Finding[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  let end = -1;
  for (const { edits } of byPlace(findings)) {
    const sorted = [...(edits ?? [])].sort((x, y) => x.from - y.from);
    const [first] = sorted;
    if (!first || first.from < end) continue;
    taken.push(...sorted);
    end = sorted.at(-1)?.to ?? end;
  }
  return taken;
}

function byPlace(findings: readonly Finding[]): readonly Finding[] {
  const start = ({ edits }: Finding): number => Math.min(...(edits ?? []).map(({ from }) => from));
  return [...findings].sort((x, y) => start(x) - start(y));
}

function titleOf(name: string): string {
  return RULES.find((rule) => rule.name === name)?.title ?? name;
}
