import {
  CHANGE_CLASSES,
  type ChangeSelection,
  SIGNALS,
  sectionPathOf,
} from '../../shared/compare/change-selection.ts';
import type { Comparison } from '../../shared/compare/comparison.ts';
import { CliFailure } from './cli-failure.ts';

/** The flags that choose changes, as typed. */
export interface SelectionFlags {
  readonly hide?: string;
  readonly only?: string;
  readonly touching?: string;
  readonly section?: string;
}

/** Reads which changes a person wants marked; ends the command where a name is none. */
export function readSelection(flags: SelectionFlags, comparison: Comparison): ChangeSelection {
  const only = flags.only === undefined ? null : readNames('--only', flags.only, CHANGE_CLASSES);
  const hide = readNames('--hide', flags.hide ?? '', CHANGE_CLASSES);
  return {
    hiddenClasses: CHANGE_CLASSES.filter((name) => hide.includes(name) || only?.includes(name) === false),
    signals: readNames('--touching', flags.touching ?? '', SIGNALS),
    section: flags.section === undefined ? null : findSection(flags.section, comparison),
  };
}

function readNames<Name extends string>(flag: string, list: string, known: readonly Name[]): Name[] {
  const names = list.split(',').map((name) => name.trim().toLowerCase());
  return names.filter(Boolean).map((name) => {
    const found = known.find((candidate) => candidate === name);
    if (!found) throw new CliFailure(`${flag}: "${name}" is none of ${known.join(', ')}.`);
    return found;
  });
}

/** The one section with changes that is named so: by its whole path, or by its own heading. */
function findSection(heading: string, { changes }: Comparison): string {
  const wanted = heading.trim().toLowerCase();
  const paths = [...new Set(changes.map(sectionPathOf))];
  const named = paths.filter((path) => path.toLowerCase() === wanted);
  const found =
    named.length > 0 ? named : paths.filter((path) => path.split(' › ').at(-1)?.toLowerCase() === wanted);
  const [section] = found;
  if (section === undefined) throw new CliFailure(`--section: nothing changed under a heading "${heading}".`);
  if (found.length > 1)
    throw new CliFailure(`--section: "${heading}" may be ${found.map((path) => `"${path}"`).join(' or ')}.`);
  return section;
}
