import type { FormerName } from '../../shared/ipc/library-requests.ts';
import type { Company, Policy } from '../../shared/model/policy.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Client } from '../app/client.ts';

/** A company or a policy that is to be renamed. */
export type NameTarget =
  | { readonly kind: 'company'; readonly company: Company }
  | {
      readonly kind: 'policy';
      readonly company: Company;
      readonly policy: Pick<Policy, 'id' | 'slug' | 'name'>;
    };

/** What a company or a policy is called; of a company, `company` is its own name. */
export interface NameForm {
  readonly name: string;
  readonly slug: string;
  readonly company: string;
}

/** What it is called now. */
export function nameNow(target: NameTarget): NameForm {
  const { name, slug } = target.kind === 'policy' ? target.policy : target.company;
  return { name, slug, company: target.company.name };
}

/** What was taken down when it was renamed, as a form. */
export function nameFormerly(target: NameTarget, { name, slug, company }: FormerName): NameForm {
  return { name, slug, company: target.kind === 'policy' ? company : target.company.name };
}

/** True where both say the same. */
export function sameName(a: NameForm, b: NameForm): boolean {
  return a.name === b.name && a.slug === b.slug && a.company === b.company;
}

/** A name in a sentence: a policy is told with its company where that is another. */
export function describeName(form: NameForm, before: NameForm): string {
  return form.company === before.company ? form.name : `${form.name} of ${form.company}`;
}

/** Names it anew. */
export function renameTo(client: Client, target: NameTarget, form: NameForm): Promise<Result<null>> {
  const { name, slug, company } = form;
  return target.kind === 'policy'
    ? client.request('policy.rename', { policyId: target.policy.id, name, slug, company })
    : client.request('company.rename', { companyId: target.company.id, name, slug });
}

/** What it was called before, newest first. */
export function formerNames(client: Client, target: NameTarget): Promise<Result<readonly FormerName[]>> {
  return target.kind === 'policy'
    ? client.request('policy.former-names', { policyId: target.policy.id })
    : client.request('company.former-names', { companyId: target.company.id });
}
