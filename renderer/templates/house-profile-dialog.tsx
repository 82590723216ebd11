import { type ReactNode, useState } from 'react';
import type { HouseProfile, PreferredWording } from '../../shared/checks/profile.ts';
import { RULES } from '../../shared/checks/rules.ts';
import type { Severity } from '../../shared/model/diagnostic.ts';
import type { Failure } from '../../shared/model/result.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { FormError } from '../components/form-error.tsx';
import './house-profile.css';

const LEVELS: readonly (readonly [value: string, label: string])[] = [
  ['own', 'Standard'],
  ['error', 'Error'],
  ['warning', 'Warning'],
  ['info', 'Remark'],
  ['off', 'Off'],
];

/** The house's own settings for checks: which apply and how serious they are, terms, wordings and sections. */
export function HouseProfileDialog() {
  const { navigator, houseProfile } = useServices();
  const [profile, setProfile] = useState(houseProfile.store.get());
  const [terms, setTerms] = useState(profile.knownTerms.join('\n'));
  const [sections, setSections] = useState(profile.requiredSections.join('\n'));
  const [wordings, setWordings] = useState(profile.preferredWordings.map(writeWording).join('\n'));
  const [failure, setFailure] = useState<Failure | null>(null);
  const wrong = linesOf(wordings).find((line) => readWording(line) === null);

  const save = async (): Promise<void> => {
    const answer = await houseProfile.change({
      ...profile,
      knownTerms: linesOf(terms),
      requiredSections: linesOf(sections),
      preferredWordings: linesOf(wordings).flatMap((line) => readWording(line) ?? []),
    });
    if (!answer.ok) return setFailure(answer.error);
    navigator.closeDialog();
  };
  return (
    <Dialog
      title="House profile"
      size="large"
      onClose={navigator.closeDialog}
      actions={
        <>
          <Button onPress={navigator.closeDialog}>Cancel</Button>
          <Button variant="primary" isDisabled={wrong !== undefined} onPress={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <p className="house-intro">
        Kept in this library, and applied to every text in it while you write and on the command line.
      </p>
      <Group name="Checks">
        <ul className="house-rules">
          {RULES.map(({ name, title }) => (
            <li key={name}>
              <label className="house-rule">
                <span>{title}</span>
                <select
                  aria-label={title}
                  value={levelOf(profile, name)}
                  onChange={(event) => setProfile(withLevel(profile, name, event.target.value))}
                >
                  {LEVELS.map(([value, label]) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          ))}
        </ul>
      </Group>
      <Group name="Words">
        <Field
          label="Preferred wordings"
          rows={4}
          value={wordings}
          onChange={setWordings}
          description="One a line: the wording to avoid, an arrow, the house’s own, as in “utilise -> use”."
          error={wrong === undefined ? undefined : `“${wrong}” has no arrow between two wordings.`}
        />
        <Field
          label="Terms that need no definition"
          rows={3}
          value={terms}
          onChange={setTerms}
          description="One a line."
        />
        <Field
          label="Sections that every policy has"
          rows={3}
          value={sections}
          onChange={setSections}
          description="One a line: words of the heading."
        />
      </Group>
      <FormError failure={failure} />
    </Dialog>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="house-group">
      <h3>{name}</h3>
      {children}
    </section>
  );
}

function levelOf(profile: HouseProfile, rule: string): string {
  return profile.disabledRules.includes(rule) ? 'off' : (profile.severities[rule] ?? 'own');
}

function withLevel(profile: HouseProfile, rule: string, level: string): HouseProfile {
  const disabledRules = profile.disabledRules.filter((name) => name !== rule);
  const { [rule]: _, ...severities } = profile.severities;
  if (level === 'off') return { ...profile, disabledRules: [...disabledRules, rule], severities };
  const own = isSeverity(level) ? { [rule]: level } : {};
  return { ...profile, disabledRules, severities: { ...severities, ...own } };
}

function isSeverity(level: string): level is Severity {
  return level === 'error' || level === 'warning' || level === 'info';
}

function linesOf(entered: string): string[] {
  return entered
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function writeWording({ avoid, prefer }: PreferredWording): string {
  return `${avoid} -> ${prefer}`;
}

function readWording(line: string): PreferredWording | null {
  const [, avoid = '', prefer = ''] = /^(.+?)\s*(?:->|→)\s*(.+)$/.exec(line) ?? [];
  return avoid.trim() && prefer.trim() ? { avoid: avoid.trim(), prefer: prefer.trim() } : null;
}
