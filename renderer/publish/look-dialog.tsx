import { useEffect, useState } from 'react';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import type { ShownLook } from '../../shared/ipc/publishing-requests.ts';
import type { Failure } from '../../shared/model/result.ts';
import type { ThemeName } from '../../shared/publish/company-look.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { FormError } from '../components/form-error.tsx';
import { Segmented } from '../components/segmented.tsx';
import './publish-dialogs.css';

const THEMES: readonly { readonly value: ThemeName; readonly label: string }[] = [
  { value: 'plain', label: 'Plain' },
  { value: 'chambers', label: 'Chambers' },
  { value: 'harbour', label: 'Harbour' },
  { value: 'registry', label: 'Registry' },
];
const COLOUR = /^#[0-9a-f]{6}$/i;

type Change = Omit<RequestArgs<'look.set'>, 'companyId'>;

/** Theme, colour and logo of everything that the open policy's company publishes; each choice is kept at once. */
export function LookDialog() {
  const { navigator, client, session } = useServices();
  const company = useStore(session.store, (state) =>
    state.kind === 'open' ? state.document.detail.company : null,
  );
  const companyId = company?.id ?? 0;
  const [shown, setShown] = useState<ShownLook | null>(null);
  const [accent, setAccent] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    let gone = false;
    void client.request('look.get', { companyId }).then((answer) => {
      if (gone) return;
      if (!answer.ok) return setFailure(answer.error);
      setShown(answer.value);
      setAccent(answer.value.look.accent);
    });
    return () => {
      gone = true;
    };
  }, [client, companyId]);

  const change = async (part: Change): Promise<void> => {
    const answer = await client.request('look.set', { companyId, ...part });
    if (!answer.ok) return setFailure(answer.error);
    setFailure(null);
    setShown(answer.value);
  };
  const changeAccent = (value: string): void => {
    setAccent(value);
    if (value === '' || COLOUR.test(value)) void change({ accent: value });
  };
  const chooseFile = async (what: 'logo' | 'css'): Promise<void> => {
    const answer = await client.request('dialog.choosePublish', { what });
    if (answer.ok && answer.value)
      await change(what === 'logo' ? { logoFile: answer.value } : { cssFile: answer.value });
  };

  if (!company) return null;
  const accentError =
    accent === '' || COLOUR.test(accent) ? undefined : 'Six digits after #, such as #1d4f73';
  return (
    <Dialog
      title={`Look of what ${company.name} publishes`}
      onClose={navigator.closeDialog}
      actions={<Button onPress={navigator.closeDialog}>Close</Button>}
    >
      {shown ? (
        <div className="form">
          <div className="publish-row">
            <span>Theme</span>
            <Segmented
              label="Theme of published pages"
              segments={THEMES}
              value={shown.look.theme}
              onChange={(theme) => void change({ theme })}
            />
          </div>
          <div className="publish-file">
            <Field
              label="Colour of links"
              value={accent}
              onChange={changeAccent}
              error={accentError}
              maxLength={7}
              description="Empty for the theme’s own; written #rrggbb."
            />
            <span
              className="publish-swatch"
              aria-hidden
              style={{ background: accentError || !accent ? 'none' : accent }}
            />
          </div>
          <FileChoice
            name="Logo"
            words={shown.look.logo ? null : 'None. PNG, SVG, JPEG, GIF or WebP up to 512 KB.'}
            onChoose={() => void chooseFile('logo')}
            onRemove={shown.look.logo ? () => void change({ logoFile: null }) : null}
          >
            {shown.look.logo ? <img src={shown.look.logo} alt={`Logo of ${company.name}`} /> : null}
          </FileChoice>
          <FileChoice
            name="Own CSS"
            words={
              shown.look.css
                ? 'In use, after the theme.'
                : 'None. A file that sets variables, as the themes do.'
            }
            onChoose={() => void chooseFile('css')}
            onRemove={shown.look.css ? () => void change({ cssFile: null }) : null}
          />
          {shown.warnings.length > 0 ? (
            <ul className="publish-warnings" aria-label="Hard to read" role="status">
              {shown.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          ) : null}
          <FormError failure={failure} />
        </div>
      ) : (
        <FormError failure={failure} />
      )}
    </Dialog>
  );
}

interface FileChoiceProps {
  readonly name: string;
  readonly words: string | null;
  readonly onChoose: () => void;
  /** Null where there is nothing to remove. */
  readonly onRemove: (() => void) | null;
  readonly children?: React.ReactNode;
}

function FileChoice({ name, words, onChoose, onRemove, children }: FileChoiceProps) {
  return (
    <div className="publish-row">
      <span>{name}</span>
      <span className="publish-chosen">
        {children}
        {words ? <span className="publish-words">{words}</span> : null}
        <Button aria-label={`Choose: ${name}`} onPress={onChoose}>
          Choose…
        </Button>
        {onRemove ? (
          <Button aria-label={`Remove: ${name}`} variant="quiet" onPress={onRemove}>
            Remove
          </Button>
        ) : null}
      </span>
    </div>
  );
}
