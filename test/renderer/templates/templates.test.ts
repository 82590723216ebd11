import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readStandardClauses, readTemplates } from '../../../main/engine/read-templates.ts';
import { clausesLike } from '../../../renderer/templates/clauses-like.ts';
import { proposedValues, textOfTemplate } from '../../../renderer/templates/template-values.ts';
import { check } from '../../../shared/checks/check.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { fillTemplate, type PolicyTemplate } from '../../../shared/model/template.ts';
import { inspect } from '../../../shared/structure/inspect.ts';

const resources = fileURLToPath(new URL('../../../resources', import.meta.url));
const templates = readTemplates(resources);

const ENTERED = {
  ...proposedValues('Fernholm Ferries Ltd'),
  product: 'fernholm.example',
  address: '4 Quay Street, 5003 Bergen, Norway',
  email: 'privacy@fernholm.example',
  effective: '2026-03-01',
  law: 'Norway',
};

/** Every way to make the choices of a template. */
function choicesOf({ fields }: PolicyTemplate): Record<string, string>[] {
  const choices = fields.filter(({ kind }) => kind === 'choice').map(({ id }) => id);
  return Array.from({ length: 2 ** choices.length }, (_, bits) =>
    Object.fromEntries(choices.map((id, index) => [id, bits & (1 << index) ? 'yes' : ''])),
  );
}

it('comes with a privacy policy, a cookie notice, terms and a data processing agreement', () => {
  expect(templates.map(({ id }) => id)).toEqual([
    'privacy-policy',
    'cookie-notice',
    'terms-of-service',
    'data-processing-agreement',
  ]);
});

describe.each(templates.map((template) => [template.name, template] as const))('%s', (_, template) => {
  it('has no findings but its placeholders, and each of those is found, whatever was chosen', () => {
    for (const choices of choicesOf(template)) {
      const text = textOfTemplate(template, { ...ENTERED, ...choices });
      const document = parseDocument(text);
      const { findings } = check(document, inspect(document));
      const gaps = [...text.matchAll(/\[[^\]\n]+\](?!\()/g)].map((match) => match.index);
      expect(
        findings
          .map(({ rule, message }) => `${rule}: ${message}`)
          .filter((line) => !line.startsWith('placeholder')),
      ).toEqual([]);
      expect(findings.map(({ from }) => from)).toEqual(gaps);
      expect(text).not.toContain('{{');
    }
  });

  it('leaves what was not entered as placeholders that the checks find', () => {
    const text = textOfTemplate(template, {});
    const document = parseDocument(text);
    const found = check(document, inspect(document)).findings.filter(({ rule }) => rule === 'placeholder');
    const gaps = [...text.matchAll(/\[[^\]\n]+\](?!\()/g)].map(([words]) => words);
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(gaps);
    expect(gaps).toContain('[Company name]');
  });

  it('is read as what it says', () => {
    const { title, dates, entities, history } = inspect(parseDocument(textOfTemplate(template, ENTERED)));
    expect(title).toBe(template.name);
    expect(dates.map(({ kind, iso }) => `${kind} ${iso}`)).toEqual(['effective 2026-03-01']);
    expect(entities.map(({ name }) => name)).toContain('Fernholm Ferries Ltd');
    expect(history.map(({ iso, note }) => `${iso} ${note}`)).toEqual(['2026-03-01 First version.']);
  });
});

it('fills fields, keeps what was chosen and takes one line for each', () => {
  const template = {
    id: 't',
    name: 'T',
    description: '',
    fields: [{ id: 'a', label: 'A', kind: 'text', placeholder: 'Name of a', help: '' }],
    text: '{{a}} and {{a}}\n{{#if b}}\nwith b\n{{#if not c}}\nwithout c\n{{/if}}\n{{/if}}\nend',
  } as const;
  expect(fillTemplate(template, { a: ' x\ny ' })).toBe('x y and x y\nend');
  expect(fillTemplate(template, { b: 'yes' })).toBe('[Name of a] and [Name of a]\nwith b\nwithout c\nend');
  expect(fillTemplate(template, { b: 'yes', c: 'yes' })).toBe('[Name of a] and [Name of a]\nwith b\nend');
});

it('comes with clauses that can be found by their words', () => {
  const clauses = readStandardClauses(resources);
  expect(clauses.length).toBeGreaterThan(7);
  for (const { name, tags, text } of clauses)
    expect([name, tags.length > 0, text]).toEqual([name, true, text.trim()]);
  expect(clausesLike(clauses, 'GDPR rights').map(({ name }) => name)).toEqual(['Rights under the GDPR']);
  expect(clausesLike(clauses, 'no such words')).toEqual([]);
});
