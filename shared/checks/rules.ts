import type { Rule } from './rule.ts';
import { archiveLink } from './rules/archive-link.ts';
import { linkDisagreement } from './rules/link-disagreement.ts';
import { obfuscatedAddress } from './rules/obfuscated-address.ts';
import { outdatedFramework } from './rules/outdated-framework.ts';
import { placeholder } from './rules/placeholder.ts';

/** All rules, in the order in which the settings list them. */
export const RULES: readonly Rule[] = [
  obfuscatedAddress,
  linkDisagreement,
  archiveLink,
  outdatedFramework,
  placeholder,
];
