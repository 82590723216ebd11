/** Something a template asks for. */
export interface TemplateField {
  /** The name by which the text refers to it. */
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'date' | 'choice';
  /** What stands in the text while nothing is entered; empty for choices. */
  readonly placeholder: string;
  readonly help: string;
}

/** A text of our own to begin a policy with. */
export interface PolicyTemplate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly fields: readonly TemplateField[];
  /** Markdown with `{{field}}`, and `{{#if field}}` and `{{/if}}` each on a line of its own. */
  readonly text: string;
}

/** What was entered for the fields of a template by their ids; choices are `yes` or empty. */
export type TemplateValues = Readonly<Record<string, string>>;

/**
 * The text that a template gives. A field without a value becomes its placeholder in square brackets, which the checks find; a
 * passage for a choice that was not made is left out.
 */
export function fillTemplate({ text, fields }: PolicyTemplate, values: TemplateValues): string {
  const kept: string[] = [];
  const open: boolean[] = [];
  for (const line of text.split('\n')) {
    const condition = /^\{\{#if (not )?([\w-]+)\}\}$/.exec(line.trim());
    if (condition) open.push(isChosen(values, condition[2] ?? '') === (condition[1] === undefined));
    else if (line.trim() === '{{/if}}') open.pop();
    else if (open.every(Boolean)) kept.push(line);
  }
  const placeholders = new Map(fields.map(({ id, placeholder }) => [id, placeholder]));
  return kept
    .join('\n')
    .replace(/\{\{([\w-]+)\}\}/g, (_, id: string) => {
      const value = values[id]?.replace(/[\s\p{Cc}]+/gu, ' ').trim();
      return value || `[${placeholders.get(id) ?? id}]`;
    })
    .replace(/\n{3,}/g, '\n\n');
}

function isChosen(values: TemplateValues, id: string): boolean {
  return (values[id] ?? '').trim() !== '';
}
