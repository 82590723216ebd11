import type { TextReference } from '../../shared/ipc/schemas.ts';
import type { LoadedText } from '../../shared/ipc/writing-requests.ts';
import { textTitle } from '../../shared/publish/text-title.ts';
import { policyIdOf } from './load-text.ts';
import type { Connection } from './store/connection.ts';
import { findPolicy } from './store/policies.ts';
import { findVersion } from './store/versions.ts';

/**
 * Labels texts as people call them, for pages and messages that they read: "Fernholm Ferries Privacy Policy", without the company
 * where all are of one, and with the version where two are of one policy. Texts at hand keep their label.
 */
export function nameTexts(
  connection: Connection,
  refs: readonly TextReference[],
  texts: readonly LoadedText[],
): LoadedText[] {
  const found = refs.map((ref) => {
    const policyId = policyIdOf(connection, ref);
    return policyId === null ? null : findPolicy(connection, policyId);
  });
  const companies = new Set(found.map((entry) => entry?.company.id ?? null));
  const names = found.map((entry) => {
    if (!entry) return null;
    return companies.size === 1 ? entry.policy.name : `${entry.company.name} ${entry.policy.name}`;
  });
  return texts.map((text, index) => {
    const name = names[index];
    if (!name) return text;
    const isShared = names.filter((other) => other === name).length > 1;
    return { ...text, label: isShared ? `${name}, ${versionIn(text.label)}` : name };
  });
}

/** A text under the name that people call it by; a text at hand keeps its label. */
export function titled(connection: Connection, ref: TextReference, text: LoadedText): LoadedText {
  const policyId = policyIdOf(connection, ref);
  const owner = policyId === null ? null : findPolicy(connection, policyId);
  if (!owner || ref.kind === 'text') return text;
  const version = ref.kind === 'version' ? findVersion(connection, ref.versionId) : null;
  return { ...text, label: textTitle({ company: owner.company.name, policy: owner.policy.name }, version) };
}

/** The version that a reference `company/policy@3` names. */
function versionIn(label: string): string {
  const selector = label.slice(label.lastIndexOf('@') + 1);
  return /^\d+$/.test(selector) ? `version ${selector}` : selector;
}
