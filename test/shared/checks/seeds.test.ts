import { describe, expect, it } from 'vitest';
import { check } from '../../../shared/checks/check.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { applyEdits, normaliseText } from '../../../shared/model/text.ts';
import { inspect } from '../../../shared/structure/inspect.ts';
import { readShared, sharedDir } from '../../helpers/shared-data.ts';

const SEEDS = ['balsamiq-2019.txt', 'blazemeter-2013.txt', 'userguiding-2020.txt'];

function linesOf(seed: string, rule: string): number[] {
  const document = parseDocument(normaliseText(readShared(`seeds/${seed}`)));
  const { findings } = check(document, inspect(document));
  return findings.filter((finding) => finding.rule === rule).map(({ fromLine }) => fromLine);
}

describe.skipIf(sharedDir === null)('what check finds in real policies', () => {
  it.each([
    ['blazemeter-2013.txt', 'link-disagreement', [92]],
    ['balsamiq-2019.txt', 'name-differs', [79, 131, 200]],
    ['balsamiq-2019.txt', 'outdated-framework', [247]],
    ['balsamiq-2019.txt', 'archive-link', [31, 35, 61, 73, 93, 123, 123, 229, 233, 235]],
    ['userguiding-2020.txt', 'obfuscated-address', [7, 29, 113]],
  ])('%s: %s', (seed, rule, lines) => {
    expect(linesOf(seed, rule)).toEqual(lines);
  });

  it('offers edits that apply, and that leave nothing of their rule behind', () => {
    for (const seed of SEEDS) {
      const text = normaliseText(readShared(`seeds/${seed}`));
      const document = parseDocument(text);
      for (const { rule, edits, fromLine } of check(document, inspect(document)).findings) {
        if (!edits) continue;
        const mended = applyEdits(text, edits);
        const again = check(parseDocument(mended), inspect(parseDocument(mended))).findings;
        const before = linesOf(seed, rule).filter((line) => line === fromLine).length;
        const left = again.filter((finding) => finding.rule === rule && finding.fromLine === fromLine).length;
        expect(left, `${seed} ${rule} ${fromLine}`).toBeLessThan(before);
      }
    }
  });
});
