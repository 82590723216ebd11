import { ChevronRight } from 'lucide-react';
import { useRef } from 'react';
import type { Section } from '../../shared/structure/inspection.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import './breadcrumbs.css';
import { rowAround } from './panels/caret-row.ts';
import { useCaretLine, useGoTo } from './panels/use-place.ts';
import { sectionPath } from './section-path.ts';

const NONE: readonly Section[] = [];

/** The sections that the caret stands in, from the outermost to the innermost; each leads to its heading. Arrow keys move along. */
export function Breadcrumbs() {
  const { reading } = useServices();
  const sections = useStore(reading.store, (state) => state.analysis?.inspection.sections ?? NONE);
  const path = sectionPath(sections, rowAround(sections, useCaretLine()));
  const goTo = useGoTo();
  const list = useRef<HTMLOListElement>(null);
  const move = (step: number): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  };
  return (
    <nav className="breadcrumbs" aria-label="Section path">
      <ol
        ref={list}
        onKeyDown={({ key }) => {
          if (key === 'ArrowRight') move(1);
          if (key === 'ArrowLeft') move(-1);
        }}
      >
        {path.map((section, index) => (
          <li key={section.range.from}>
            {index > 0 ? <ChevronRight aria-hidden size={13} /> : null}
            <button
              type="button"
              aria-current={index === path.length - 1 ? 'location' : undefined}
              onClick={() => goTo({ range: { from: section.range.from, to: section.range.from } })}
            >
              {section.heading || '(untitled)'}
            </button>
          </li>
        ))}
        {path.length === 0 ? <li className="breadcrumbs-none">Before the first heading</li> : null}
      </ol>
    </nav>
  );
}
