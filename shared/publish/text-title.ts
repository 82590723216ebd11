import type { IsoDate } from '../model/policy.ts';
import { longDate } from './format-date.ts';

/** Whose text it is, by the names that people use. */
export interface TextOwner {
  readonly company: string;
  readonly policy: string;
}

/** What a person calls a text: "Version 6, 20 February 2023 · Fernholm Ferries Privacy Policy"; null for the draft. */
export function textTitle(
  { company, policy }: TextOwner,
  version: { readonly number: number; readonly effectiveDate: IsoDate | null } | null,
): string {
  const date = version?.effectiveDate ? `, ${longDate(version.effectiveDate)}` : '';
  return `${version ? `Version ${version.number}${date}` : 'Draft'} · ${company} ${policy}`;
}
