import { describe, expect, it } from 'vitest';
import {
  type OutlineCommand,
  outlineCommandForKey,
  outlineEdits,
} from '../../../renderer/editor/panels/outline-commands.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { applyEdits } from '../../../shared/model/text.ts';
import { inspect } from '../../../shared/structure/inspect.ts';

const TEXT = '# T\n\n## A\n\na\n\n### A1\n\na1\n\n## B\n\nb\n\n## C\n\nc\n';

/** The headings after a command on the section of that name, or null where it cannot be done. */
function headings(name: string, command: OutlineCommand): readonly string[] | null {
  const inspection = inspect(parseDocument(TEXT));
  const index = inspection.sections.findIndex((section) => section.heading === name);
  const edits = outlineEdits({ text: TEXT, inspection }, index, command);
  return edits && (applyEdits(TEXT, edits).match(/^#.*$/gm) ?? []);
}

describe('sections are moved with their subsections', () => {
  it.each<[string, OutlineCommand, readonly string[] | null]>([
    ['A', 'move-down', ['# T', '## B', '## A', '### A1', '## C']],
    ['B', 'move-up', ['# T', '## B', '## A', '### A1', '## C']],
    ['C', 'move-up', ['# T', '## A', '### A1', '## C', '## B']],
    ['A', 'move-up', null],
    ['C', 'move-down', null],
    ['A1', 'move-up', null],
    ['A', 'demote', ['# T', '### A', '#### A1', '## B', '## C']],
    ['A1', 'promote', ['# T', '## A', '## A1', '## B', '## C']],
    ['T', 'promote', null],
  ])('%s %s', (name, command, expected) => {
    expect(headings(name, command)).toEqual(expected);
  });
});

it('only keys with Alt change the outline', () => {
  expect([
    outlineCommandForKey('ArrowUp', true),
    outlineCommandForKey('ArrowUp', false),
    outlineCommandForKey('x', true),
  ]).toEqual(['move-up', null, null]);
});
