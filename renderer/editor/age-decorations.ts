import type { editor } from 'monaco-editor/editor/editor.api';
import './age-decorations.css';
import { monaco } from './monaco.ts';

/** The age of the passage on some 1-based lines, as the margin says it. */
export interface AgeMark {
  readonly fromLine: number;
  readonly toLine: number;
  /** Stands in the margin, so it is short; empty where it is the same as above. */
  readonly label: string;
  /** The whole of it, shown on pointing. */
  readonly words: string;
  /** 0 is only in the draft, 1 the newest, 4 the oldest. */
  readonly band: number;
}

/** Puts ages into the margin of an editor. */
export interface AgeMarginPort {
  show(marks: readonly AgeMark[] | null): void;
  setLineNumbers(shown: boolean): void;
}

/** Room for "Sep 2024", and for line numbers. */
const AGE_CHARS = 9;
const NUMBER_CHARS = 3;

/**
 * Ages take the place of line numbers: they are text, so they can be read without telling colours apart. They hang on decorations, so that
 * they move with their paragraphs while one types.
 */
export function addAgeMargin(instance: editor.IStandaloneCodeEditor): AgeMarginPort {
  const decorations = instance.createDecorationsCollection();
  const labels = new Map<string, string>();
  let numbers = true;
  let shown = false;

  const labelOf = (line: number): string => {
    const marks = instance.getModel()?.getLineDecorations(line) ?? [];
    const mark = marks.find(({ id, range }) => labels.has(id) && range.startLineNumber === line);
    return mark ? (labels.get(mark.id) ?? '') : '';
  };
  const update = (): void =>
    instance.updateOptions({
      lineNumbers: shown ? labelOf : numbers ? 'on' : 'off',
      lineNumbersMinChars: shown ? AGE_CHARS : NUMBER_CHARS,
    });

  return {
    show(marks) {
      labels.clear();
      const ids = decorations.set((marks ?? []).map(toDecoration));
      for (const [index, id] of ids.entries()) labels.set(id, marks?.[index]?.label ?? '');
      if (!shown && marks === null) return;
      shown = marks !== null;
      update();
    },
    setLineNumbers(wanted) {
      numbers = wanted;
      update();
    },
  };
}

function toDecoration({ fromLine, toLine, words, band }: AgeMark): editor.IModelDeltaDecoration {
  return {
    range: new monaco.Range(fromLine, 1, toLine, 1),
    options: {
      isWholeLine: true,
      marginClassName: `age-line age-${band}`,
      lineNumberClassName: 'age-label',
      lineNumberHoverMessage: { value: words },
      stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
    },
  };
}
