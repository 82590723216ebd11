import type { PolicyDetail } from '../../shared/ipc/library-requests.ts';
import type { TextReference } from '../../shared/ipc/schemas.ts';
import type { VersionSummary } from '../../shared/model/policy.ts';
import {
  isPolicyReference,
  type PolicyReference,
  parsePolicyReference,
} from '../../shared/model/reference.ts';
import { versionInForce } from '../engine/store/current-version.ts';
import type { CliContext } from './cli-context.ts';
import { CliFailure, requireValue } from './cli-failure.ts';
import { type ReadTextOptions, readTextFile } from './read-text-file.ts';

/** The text that a REF of the command line means: a file, `-` for standard input, or a text in the library. */
export async function resolveReference(
  context: CliContext,
  ref: string,
  options: ReadTextOptions = {},
): Promise<TextReference> {
  if (!isPolicyReference(ref)) return { kind: 'text', label: ref, text: await readTextFile(ref, options) };
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

/**
 * The policy that `company/policy` names: by its short name, or by the beginning of it where only one policy fits, so that
 * `acme/privacy` finds `acme/privacy-policy` and `acme` the one policy of Acme.
 */
export async function findPolicyDetail(context: CliContext, name: string): Promise<PolicyDetail> {
  const { companies } = await context.ask('library.list', {});
  const named = companies.flatMap((company) =>
    company.policies.map(({ id, slug }) => ({ id, name: `${company.slug}/${slug}` })),
  );
  const exact = named.filter((policy) => policy.name === name);
  const fitting = exact.length > 0 ? exact : named.filter((policy) => abbreviates(name, policy.name));
  const policyId = fitting[0]?.id ?? (await formerly(context, name));
  if (policyId === null) throw new CliFailure(`${name} is not in the library ${context.libraryFile}.`);
  if (fitting.length > 1) {
    const candidates = fitting.map((each) => each.name).join(', ');
    throw new CliFailure(`${name} may mean any of ${candidates}; say which.`);
  }
  return context.ask('policy.get', { policyId });
}

/** The policy that was called so before it was renamed. */
async function formerly(context: CliContext, name: string): Promise<number | null> {
  const [company, policy] = name.split('/');
  return company && policy ? (await context.ask('policy.find', { company, policy })).policyId : null;
}

/** True if each part of `short` is the beginning of the same part of `full`, up to a hyphen or the end. */
function abbreviates(short: string, full: string): boolean {
  const parts = full.split('/');
  return short.split('/').every((part, at) => part !== '' && `${parts[at] ?? ''}-`.startsWith(`${part}-`));
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
