/** Legal instruments under which data leave a country, as policies name them, and what they are called in the table. */
export const transferMechanisms: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  {
    name: 'Standard Contractual Clauses',
    pattern: /\b(?:standard contractual|model(?: contractual)?) clauses\b|\bSCCs?\b/i,
  },
  { name: 'Privacy Shield', pattern: /\bprivacy shield\b/i },
  { name: 'Data Privacy Framework', pattern: /\bdata privacy framework\b|\bDPF\b/i },
  { name: 'Safe Harbor', pattern: /\bsafe harbou?r\b/i },
  { name: 'Binding Corporate Rules', pattern: /\bbinding corporate rules\b|\bBCRs?\b/ },
  {
    name: 'Adequacy decision',
    pattern: /\badequacy (?:decisions?|regulations?|findings?)\b|\badequate level of (?:data )?protection\b/i,
  },
  {
    name: 'International Data Transfer Addendum',
    pattern: /\binternational data transfer (?:addendum|agreement)\b|\bIDTA\b/i,
  },
  { name: 'Consent to the transfer', pattern: /\b(?:consent|agree)\w*\b[^.]{0,60}\btransfer\b/i },
];
