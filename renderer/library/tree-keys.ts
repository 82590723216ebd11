import type { CompanyWithPolicies, PolicySummary } from '../../shared/model/policy.ts';

/** What a row of the library tree stands for. */
export type TreeTarget =
  | { readonly kind: 'company'; readonly name: string; readonly company: CompanyWithPolicies }
  | {
      readonly kind: 'policy';
      readonly name: string;
      readonly company: CompanyWithPolicies;
      readonly policy: PolicySummary;
    };

/** The key of a company's row. */
export function companyKey(id: number): string {
  return `company-${id}`;
}

/** The key of a policy's row. */
export function policyKey(id: number): string {
  return `policy-${id}`;
}

/** The company or policy that a row's key names; null when it has gone. */
export function targetOf(key: string | number, companies: readonly CompanyWithPolicies[]): TreeTarget | null {
  for (const company of companies) {
    if (companyKey(company.id) === key) return { kind: 'company', name: company.name, company };
    const policy = company.policies.find((candidate) => policyKey(candidate.id) === key);
    if (policy) return { kind: 'policy', name: policy.name, company, policy };
  }
  return null;
}
