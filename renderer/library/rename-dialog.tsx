import { useEffect, useState } from 'react';
import type { FormerName } from '../../shared/ipc/library-requests.ts';
import type { Failure, Result } from '../../shared/model/result.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { formatDate } from '../components/format-date.ts';
import { CompanyField } from './company-field.tsx';
import './rename-dialog.css';
import {
  describeName,
  formerNames,
  type NameForm,
  type NameTarget,
  nameFormerly,
  nameNow,
  renameTo,
  sameName,
} from './renaming.ts';

/** Gives a company or a policy another name, or a policy another company. What it was called stays known, and can be taken back. */
export function RenameDialog({ target }: { readonly target: NameTarget }) {
  const { client, library, navigator, notices, session } = useServices();
  const given = nameNow(target);
  const [form, setForm] = useState(given);
  const [failure, setFailure] = useState<Failure | null>(null);
  const former = useFormerNames(target);
  const rename = async (to: NameForm): Promise<Result<null>> => {
    const answer = await renameTo(client, target, to);
    if (answer.ok) await Promise.all([library.reload(), session.refresh()]);
    return answer;
  };
  const undo = async (): Promise<void> => {
    const answer = await rename(given);
    if (!answer.ok) notices.addFailure(answer.error);
  };
  const save = async (): Promise<void> => {
    if (!sameName(form, given)) {
      const answer = await rename(form);
      if (!answer.ok) return setFailure(answer.error);
      notices.add({
        tone: 'success',
        text: `${given.name} is now ${describeName(form, given)}.`,
        action: { label: 'Undo', run: () => void undo() },
      });
    }
    navigator.closeDialog();
  };
  const moves = form.company.trim() !== given.company && target.kind === 'policy';
  return (
    <FormDialog
      title={target.kind === 'policy' ? 'Rename or move policy' : 'Rename company'}
      submit={moves ? 'Move' : 'Rename'}
      isReady={Object.values(form).every((value: string) => value.trim() !== '')}
      failure={failure}
      onSubmit={save}
      onClose={navigator.closeDialog}
    >
      <Field
        label="Name"
        value={form.name}
        onChange={(name) => setForm({ ...form, name })}
        maxLength={200}
        autoFocus
      />
      {target.kind === 'policy' ? (
        <CompanyField value={form.company} onChange={(company) => setForm({ ...form, company })} />
      ) : null}
      <Field
        label="Short name"
        value={form.slug}
        onChange={(slug) => setForm({ ...form, slug })}
        maxLength={200}
        description="For the command line and the addresses of a published site. References by the old one still work."
      />
      <FormerNames
        names={former}
        ofCompanies={target.kind === 'policy'}
        onUse={(name) => setForm(nameFormerly(target, name))}
      />
    </FormDialog>
  );
}

interface FormerNamesProps {
  readonly names: readonly FormerName[];
  /** Whether the company under which it stood belongs to the name. */
  readonly ofCompanies: boolean;
  readonly onUse: (name: FormerName) => void;
}

function FormerNames({ names, ofCompanies, onUse }: FormerNamesProps) {
  if (names.length === 0) return null;
  return (
    <section className="field" aria-label="Former names">
      <span className="field-label">Former names</span>
      <ul className="former-names">
        {names.map((former) => (
          <li key={former.until}>
            <span className="former-name">
              {former.name}
              {ofCompanies ? ` of ${former.company}` : ''}
              <small>
                {former.slug}, until {formatDate(former.until.slice(0, 10))}
              </small>
            </span>
            <Button variant="quiet" aria-label={`Use ${former.name} again`} onPress={() => onUse(former)}>
              Use again
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useFormerNames(target: NameTarget): readonly FormerName[] {
  const { client, notices } = useServices();
  const [names, setNames] = useState<readonly FormerName[]>([]);
  useEffect(() => {
    let wanted = true;
    void formerNames(client, target).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setNames(answer.value);
      else notices.addFailure(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [client, notices, target]);
  return names;
}
