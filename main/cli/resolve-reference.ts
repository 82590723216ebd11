import type { PolicyDetail, TextReference } from '../../shared/ipc/contract.ts';
import type { VersionSummary } from '../../shared/model/policy.ts';
import {
  isPolicyReference,
  type PolicyReference,
  parsePolicyReference,
} from '../../shared/model/reference.ts';
import { versionInForce } from '../engine/store/current-version.ts';
import type { CliContext } from './cli-context.ts';
import { CliFailure, requireValue } from './cli-failure.ts';
import { readTextFile } from './read-text-file.ts';

/** The text that a REF of the command line means: a file, `-` for standard input, or a text in the library. */
export async function resolveReference(context: CliContext, ref: string): Promise<TextReference> {
  if (!isPolicyReference(ref)) return { kind: 'text', label: ref, text: await readTextFile(ref) };
  const reference = requireValue(parsePolicyReference(ref));
  const detail = await findPolicyDetail(context, `${reference.company}/${reference.policy}`);
  if (reference.version.kind === 'draft') {
    if (!detail.draft) throw new CliFailure(`${reference.company}/${reference.policy} has no draft.`);
    return { kind: 'draft', policyId: detail.policy.id };
  }
  const version = selectVersion(detail, reference);
  if (!version) throw new CliFailure(`${ref}: there is no such version.`);
  return { kind: 'version', versionId: version.id };
}

/** The label and text of a REF. */
export async function loadReference(
  context: CliContext,
  ref: string,
): Promise<{ readonly label: string; readonly text: string }> {
  const resolved = await resolveReference(context, ref);
  return resolved.kind === 'text' ? resolved : context.ask('text.load', { ref: resolved });
}

/** The policy that `company/policy` names. */
export async function findPolicyDetail(context: CliContext, name: string): Promise<PolicyDetail> {
  const [companySlug, policySlug] = name.split('/');
  const { companies } = await context.ask('library.list', {});
  const company = companies.find(({ slug }) => slug === companySlug);
  const policy = company?.policies.find(({ slug }) => slug === policySlug);
  if (!policy) throw new CliFailure(`${name} is not in the library ${context.libraryFile}.`);
  return context.ask('policy.get', { policyId: policy.id });
}

function selectVersion(detail: PolicyDetail, { version: wanted }: PolicyReference): VersionSummary | null {
  switch (wanted.kind) {
    case 'number':
      return detail.versions.find(({ number }) => number === wanted.number) ?? null;
    case 'date':
      return versionInForce(detail.versions, wanted.date);
    default:
      return detail.policy.latest;
  }
}
