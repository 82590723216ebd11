import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { StandardClause } from '../../shared/model/clause.ts';
import type { PolicyTemplate } from '../../shared/model/template.ts';
import { normaliseText } from '../../shared/model/text.ts';

const fieldSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'date', 'choice']),
  placeholder: z.string().default(''),
  help: z.string().default(''),
});

const manifestSchema = z.strictObject({
  fields: z.array(fieldSchema),
  templates: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      fields: z.array(z.string()),
    }),
  ),
});

/** The templates that come with Codicil: `templates.json` and a Markdown file each. */
export function readTemplates(resourcesDir: string): readonly PolicyTemplate[] {
  const folder = join(resourcesDir, 'templates');
  const file = join(folder, 'templates.json');
  if (!existsSync(file)) return [];
  const { fields, templates } = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return templates.map((template) => ({
    ...template,
    fields: template.fields.map((id) => {
      const field = fields.find((candidate) => candidate.id === id);
      if (!field) throw new Error(`Template ${template.id} asks for an unknown field: ${id}`);
      return field;
    }),
    text: normaliseText(readFileSync(join(folder, `${template.id}.md`), 'utf8')),
  }));
}

/** The clauses that come with Codicil: a Markdown file each, its name as heading, its tags on the next line of text. */
export function readStandardClauses(resourcesDir: string): readonly StandardClause[] {
  const folder = join(resourcesDir, 'clauses');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return files.sort().map((name) => {
    const source = normaliseText(readFileSync(join(folder, name), 'utf8'));
    const parts = /^# (.+)\n+Tags: (.*)\n\n([\s\S]+)$/.exec(source);
    if (!parts) throw new Error(`${name} is not a clause: "# Name", then "Tags: …", then its text`);
    const [, title = '', tags = '', text = ''] = parts;
    return {
      origin: 'standard',
      name: title.trim(),
      tags: tags
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
      text: text.trim(),
    };
  });
}
