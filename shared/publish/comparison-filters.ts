import {
  CHANGE_CLASSES,
  type ChangeSelection,
  SIGNALS,
  sectionPathOf,
  selects,
  selectsAll,
} from '../compare/change-selection.ts';
import type { Change, ChangeClass, Comparison, Signal } from '../compare/comparison.ts';
import { escapeHtml } from './raw-html.ts';

const CLASS_LABELS: Readonly<Record<ChangeClass, string>> = {
  substantive: 'wording',
  moved: 'moved',
  numbering: 'numbering',
  'link-target': 'link address',
  'link-tracking': 'link tracking',
  typography: 'typography',
  markup: 'formatting',
  reflow: 'line breaks',
};
const SIGNAL_LABELS: Readonly<Record<Signal, string>> = {
  number: 'numbers',
  duration: 'durations',
  date: 'dates',
  amount: 'amounts',
  modal: 'may and must',
  negation: 'negations',
  party: 'parties',
  vendor: 'vendors',
  term: 'defined terms',
  link: 'links',
};

/** What an unmarked change looks like: like the text around it. */
const QUIET = '{color:inherit;background:none;text-decoration:none}';
/** In the list it goes below the line that counts what is not shown. */
const LISTED_LAST = '{order:2;counter-increment:list-item hidden;opacity:.75}';

/** The filters of one comparison page. They work by style rules alone, since the page carries no script. */
export class ComparisonFilters {
  readonly #changes: ReadonlyMap<number, Change>;
  readonly #classes: readonly ChangeClass[];
  readonly #signals: readonly Signal[];
  readonly #sections: readonly string[];
  readonly #selection: ChangeSelection;
  readonly #names: ReadonlyMap<number, string>;

  constructor({ changes }: Comparison, selection: ChangeSelection) {
    this.#changes = new Map(changes.map((change) => [change.id, change]));
    this.#classes = CHANGE_CLASSES.filter((name) => changes.some((change) => change.class === name));
    this.#signals = SIGNALS.filter((name) => changes.some(({ signals }) => signals.includes(name)));
    this.#sections = [...new Set(changes.map(sectionPathOf))];
    this.#selection = selection;
    const places = new Map(this.#sections.map((path, index) => [path, index]));
    this.#names = new Map(changes.map((change) => [change.id, styleNames(change, places)]));
  }

  /** The classes by which the style rules know a change's marks and its entry in the list. */
  namesOf(id: number | undefined): string {
    return this.#names.get(id ?? NO_CHANGE) ?? '';
  }

  /** The controls, set as the selection says. Empty where there is nothing to choose from. */
  controls(): string {
    if (this.#changes.size === 0) return '';
    const kinds = this.#classes.map((name) => {
      const on = this.#selection.hiddenClasses.includes(name) ? '' : ' checked';
      const id = `kind-${CHANGE_CLASSES.indexOf(name)}`;
      return `<label><input type="checkbox" class="kind" id="${id}"${on}> ${CLASS_LABELS[name]}</label>`;
    });
    return `<details class="filters"${selectsAll(this.#selection) ? '' : ' open'}><summary>Filter</summary>
<div class="controls">
<fieldset><legend>Mark</legend>
${kinds.join('\n')}</fieldset>
${this.#signals.length > 0 ? this.#signalChoice() : ''}${this.#sections.length > 1 ? this.#sectionChoice() : ''}</div></details>`;
  }

  #signalChoice(): string {
    const { signals } = this.#selection;
    const several =
      signals.length > 1
        ? [option('several', signals.map((name) => SIGNAL_LABELS[name]).join(' or '), true)]
        : [];
    const single = this.#signals.map((name) =>
      option(String(SIGNALS.indexOf(name)), SIGNAL_LABELS[name], signals.length === 1 && signals[0] === name),
    );
    return `<label>only what touches <select id="touches">${[option('', 'anything', signals.length === 0), ...several, ...single].join('')}</select></label>\n`;
  }

  #sectionChoice(): string {
    const chosen = this.#selection.section;
    const options = this.#sections.map((path, index) =>
      option(String(index), path || 'before the first heading', path === chosen),
    );
    return `<label>only in <select id="section">${[option('', 'all sections', chosen === null), ...options].join('')}</select></label>\n`;
  }

  /** The rules behind the controls (`:has`, as for the views; older browsers mark everything). */
  style(): string {
    const rules = [
      '.changes .rest{display:none}',
      'body:has(.kind:not(:checked),.filters option:not([value=""]):checked) .changes ol{display:flex;flex-direction:column;counter-reset:list-item hidden}',
      'body:has(.kind:not(:checked),.filters option:not([value=""]):checked) .changes .rest{display:block;order:1;list-style:none;font-weight:600;counter-increment:none}',
      '.changes .rest::before{content:"Not shown in the text: " counter(hidden) " of the changes, listed below"}',
    ];
    const leaveOut = (when: string, which: string): void => {
      rules.push(
        `body:has(${when}) main ${which}${QUIET}`,
        `body:has(${when}) .changes li${which}${LISTED_LAST}`,
      );
    };
    for (const name of this.#classes) {
      const index = CHANGE_CLASSES.indexOf(name);
      leaveOut(`#kind-${index}:not(:checked)`, `.k${index}`);
    }
    for (const name of this.#signals) {
      const index = SIGNALS.indexOf(name);
      leaveOut(`#touches option[value="${index}"]:checked`, `.chg:not(.s${index})`);
    }
    const several = this.#selection.signals.map((name) => `:not(.s${SIGNALS.indexOf(name)})`);
    if (several.length > 1) leaveOut('#touches option[value="several"]:checked', `.chg${several.join('')}`);
    this.#sections.forEach((_path, index) => {
      leaveOut(`#section option[value="${index}"]:checked`, `.chg:not(.p${index})`);
    });
    return rules.join('\n');
  }

  /** What was left out when the page was made, in words, for print and for browsers that know no `:has`. */
  note(): string {
    if (selectsAll(this.#selection)) return '';
    const all = [...this.#changes.values()];
    const left = all.filter((change) => !selects(this.#selection, change)).length;
    return `<p class="selection">${left} of ${all.length} changes not shown: ${escapeHtml(this.#inWords())}. They are not marked in the text; the list of changes names them.</p>\n`;
  }

  #inWords(): string {
    const { hiddenClasses, signals, section } = this.#selection;
    return [
      ...(hiddenClasses.length > 0
        ? [`all of ${hiddenClasses.map((name) => CLASS_LABELS[name]).join(', ')}`]
        : []),
      ...(signals.length > 0
        ? [`what does not touch ${signals.map((name) => SIGNAL_LABELS[name]).join(' or ')}`]
        : []),
      ...(section === null ? [] : [`what stands outside “${section || 'the beginning'}”`]),
    ].join('; ');
  }
}

/** No change has this id. */
const NO_CHANGE = 0;

function styleNames(change: Change, places: ReadonlyMap<string, number>): string {
  const signals = change.signals.map((signal) => `s${SIGNALS.indexOf(signal)}`);
  const section = places.get(sectionPathOf(change)) ?? 0;
  return ['chg', `k${CHANGE_CLASSES.indexOf(change.class)}`, ...signals, `p${section}`].join(' ');
}

function option(value: string, text: string, chosen: boolean): string {
  return `<option value="${value}"${chosen ? ' selected' : ''}>${escapeHtml(text)}</option>`;
}
