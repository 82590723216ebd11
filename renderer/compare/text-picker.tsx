import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import {
  Button as AriaButton,
  Autocomplete,
  Collection,
  Dialog,
  DialogTrigger,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';
import type { PolicyDetail } from '../../shared/ipc/library-requests.ts';
import type { TextReference } from '../../shared/ipc/schemas.ts';
import type { CompanyWithPolicies, VersionSummary } from '../../shared/model/policy.ts';
import type { Failure } from '../../shared/model/result.ts';
import { textTitle } from '../../shared/publish/text-title.ts';
import { useServices } from '../app/services.ts';
import { formatDate } from '../components/format-date.ts';
import '../components/field.css';

interface TextPickerProps {
  /** `Old text` or `New text`. */
  readonly side: string;
  readonly reference: TextReference | null;
  /** What the chosen text is called; empty while that is not known. */
  readonly label: string;
  /** The policy whose versions are listed first. */
  readonly policyId: number | null;
  readonly onPick: (reference: TextReference, label: string) => void;
}

/** A button that names one side of the comparison and opens a list of every policy and version in the library. */
export function TextPicker({ side, reference, label, policyId, onPick }: TextPickerProps): ReactNode {
  return (
    <DialogTrigger>
      <AriaButton className="cmp-picker">
        <span className="cmp-picker-side">{side}</span>
        <span className="cmp-picker-label">{reference ? label || 'Chosen text' : 'Choose a version'}</span>
        <ChevronDown aria-hidden size={14} />
      </AriaButton>
      <Popover className="popover cmp-picker-popover" placement="bottom start" offset={4}>
        <Dialog aria-label={`Choose the ${side.toLowerCase()}`} className="cmp-picker-dialog">
          {({ close }) => (
            <PickerLists
              reference={reference}
              policyId={policyId}
              onPick={(picked, name) => {
                close();
                onPick(picked, name);
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface PickerListsProps {
  readonly reference: TextReference | null;
  readonly policyId: number | null;
  readonly onPick: (reference: TextReference, label: string) => void;
}

function PickerLists({ reference, policyId, onPick }: PickerListsProps): ReactNode {
  const { client } = useServices();
  const [companies, setCompanies] = useState<readonly CompanyWithPolicies[]>([]);
  const [chosen, setChosen] = useState(policyId);
  const [detail, setDetail] = useState<PolicyDetail | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { contains } = useFilter({ sensitivity: 'base' });

  useEffect(() => {
    void client.request('library.list', {}).then((answer) => {
      if (answer.ok) setCompanies(answer.value.companies);
      else setFailure(answer.error);
    });
  }, [client]);
  useEffect(() => {
    if (chosen === null) return;
    let stale = false;
    void client.request('policy.get', { policyId: chosen }).then((answer) => {
      if (stale) return;
      if (answer.ok) setDetail(answer.value);
      else setFailure(answer.error);
    });
    return () => {
      stale = true;
    };
  }, [client, chosen]);

  if (failure) return <p className="cmp-picker-failure">{failure.message}</p>;
  return (
    <>
      <div className="cmp-picker-policies">
        <Autocomplete filter={contains}>
          <SearchField aria-label="Filter policies" className="cmp-picker-search" autoFocus>
            <Input className="text-input" placeholder="Company or policy" />
          </SearchField>
          <ListBox
            aria-label="Policies"
            className="cmp-picker-list"
            selectionMode="single"
            escapeKeyBehavior="none"
            disallowEmptySelection
            selectedKeys={chosen === null ? [] : [chosen]}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : keys;
              if (key !== undefined) setChosen(Number(key));
            }}
            items={companies}
          >
            {(company) => (
              <ListBoxSection id={`company-${company.id}`}>
                <Header className="cmp-picker-company">{company.name}</Header>
                <Collection items={company.policies}>
                  {(policy) => (
                    <ListBoxItem
                      id={policy.id}
                      className="cmp-picker-item"
                      textValue={`${company.name} ${policy.name}`}
                    >
                      {policy.name}
                    </ListBoxItem>
                  )}
                </Collection>
              </ListBoxSection>
            )}
          </ListBox>
        </Autocomplete>
      </div>
      <div className="cmp-picker-versions">
        {detail ? (
          <VersionList detail={detail} reference={reference} onPick={onPick} />
        ) : (
          <p className="cmp-picker-hint">Choose a policy to see its versions.</p>
        )}
      </div>
    </>
  );
}

interface VersionListProps {
  readonly detail: PolicyDetail;
  readonly reference: TextReference | null;
  readonly onPick: (reference: TextReference, label: string) => void;
}

function VersionList({ detail, reference, onPick }: VersionListProps): ReactNode {
  const owner = { company: detail.company.name, policy: detail.policy.name };
  const selected = reference?.kind === 'version' ? reference.versionId : reference?.kind;
  return (
    <ListBox
      aria-label={`Versions of ${detail.policy.name}`}
      className="cmp-picker-list"
      selectionMode="single"
      escapeKeyBehavior="none"
      selectedKeys={selected === undefined ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key === 'draft') onPick({ kind: 'draft', policyId: detail.policy.id }, textTitle(owner, null));
        const version = detail.versions.find(({ id }) => id === key);
        if (version) onPick({ kind: 'version', versionId: version.id }, textTitle(owner, version));
      }}
      renderEmptyState={() => <p className="cmp-picker-hint">This policy has no version yet.</p>}
    >
      {detail.draft ? (
        <ListBoxItem id="draft" className="cmp-picker-item" textValue="Draft">
          <span className="cmp-picker-name">Draft</span>
          <span className="cmp-picker-note">not saved as a version yet</span>
        </ListBoxItem>
      ) : null}
      <Collection items={detail.versions}>{(version) => <VersionItem version={version} />}</Collection>
    </ListBox>
  );
}

function VersionItem({ version }: { readonly version: VersionSummary }): ReactNode {
  const date = version.effectiveDate ? formatDate(version.effectiveDate) : 'no date';
  return (
    <ListBoxItem id={version.id} className="cmp-picker-item" textValue={`Version ${version.number}, ${date}`}>
      <span className="cmp-picker-name">{`Version ${version.number} · ${date}`}</span>
      <span className="cmp-picker-note">{version.note}</span>
    </ListBoxItem>
  );
}
