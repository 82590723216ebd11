import type { PolicyTemplate, TemplateValues } from '../../shared/model/template.ts';
import { fillTemplate } from '../../shared/model/template.ts';
import { writeDateLike } from '../../shared/structure/date-style.ts';

/** What the fields of a template say before anything was entered. */
export function proposedValues(company: string): TemplateValues {
  const name = company.trim();
  const short = name.replace(/,?\s+(?:Inc|LLC|Ltd|Limited|Corp|GmbH|AG|PBC|LP|S\.?A|B\.?V|plc)\.?$/i, '');
  return { company: name, short };
}

/** The text that a template gives for what was entered; dates are written in words. */
export function textOfTemplate(template: PolicyTemplate, values: TemplateValues): string {
  const written = template.fields.map(({ id, kind }): readonly [string, string] => {
    const value = values[id] ?? '';
    return [id, kind === 'date' && value ? writeDateLike('2 May 2019', value) : value];
  });
  return fillTemplate(template, Object.fromEntries(written));
}
