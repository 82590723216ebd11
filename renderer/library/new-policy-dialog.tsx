import { useEffect, useState } from 'react';
import type { Failure } from '../../shared/model/result.ts';
import type { PolicyTemplate, TemplateValues } from '../../shared/model/template.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Field } from '../components/field.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { TemplateFields } from '../templates/template-fields.tsx';
import { type Beginning, TemplatePicker } from '../templates/template-picker.tsx';
import { proposedValues, textOfTemplate } from '../templates/template-values.ts';
import { CompanyField } from './company-field.tsx';
import { starterText } from './starter-text.ts';

const EMPTY: Beginning = {
  id: 'empty',
  name: 'An empty text',
  description: 'A title and two headings.',
};
const COPY = 'copy';

/** Begins a policy: for whom, what it is called, and from what: a template, the open policy, or nothing. */
export function NewPolicyDialog({ company: given }: { readonly company: string }) {
  const { navigator, library, session } = useServices();
  const open = useStore(session.store, (state) => (state.kind === 'open' ? state.document.detail : null));
  const templates = useTemplates();
  const [company, setCompany] = useState(given);
  const [name, setName] = useState<string | null>(null);
  const [beginning, setBeginning] = useState(EMPTY.id);
  const [entered, setEntered] = useState<TemplateValues>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const template = templates.find(({ id }) => id === beginning) ?? null;
  const shownName = name ?? template?.name ?? 'Privacy Policy';
  const values = { ...proposedValues(company), ...entered };
  const ready = company.trim() !== '' && shownName.trim() !== '';
  const copy: Beginning | null = open
    ? {
        id: COPY,
        name: `A copy of ${open.policy.name}`,
        description: `The open policy of ${open.company.name}.`,
      }
    : null;

  const firstText = (): string => {
    if (template) return textOfTemplate(template, values);
    const copied = beginning === COPY ? session.text() : null;
    return copied ?? starterText(company.trim(), shownName.trim());
  };
  const create = async (): Promise<void> => {
    const answer = await library.createPolicy(company.trim(), shownName.trim(), firstText());
    if (!answer.ok) return setFailure(answer.error);
    navigator.closeDialog();
    navigator.show('editor');
    await session.open(answer.value.policyId);
  };

  return (
    <FormDialog
      title="New policy"
      submit="Create"
      isReady={ready}
      failure={failure}
      onSubmit={create}
      onClose={navigator.closeDialog}
    >
      <CompanyField value={company} onChange={setCompany} autoFocus={given === ''} />
      <Field label="Policy" value={shownName} onChange={setName} maxLength={200} autoFocus={given !== ''} />
      <TemplatePicker
        beginnings={[EMPTY, ...templates, ...(copy ? [copy] : [])]}
        value={beginning}
        onChange={setBeginning}
      />
      {template ? (
        <TemplateFields
          fields={template.fields}
          values={values}
          onChange={(id, value) => setEntered({ ...entered, [id]: value })}
        />
      ) : null}
    </FormDialog>
  );
}

function useTemplates(): readonly PolicyTemplate[] {
  const { client, notices } = useServices();
  const [templates, setTemplates] = useState<readonly PolicyTemplate[]>([]);
  useEffect(() => {
    let wanted = true;
    void client.request('template.list', {}).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setTemplates(answer.value);
      else notices.addFailure(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [client, notices]);
  return templates;
}
