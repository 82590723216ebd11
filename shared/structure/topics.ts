/**
 * Cues for the ten categories of Wilson et al., "The Creation and Analysis of a Website Privacy Policy Corpus", ACL 2016, as
 * they show in headings. Order is that of the paper; a heading may speak of several.
 */
const CUES: readonly (readonly [topic: string, cue: RegExp])[] = [
  [
    'first-party-collection-use',
    /\b(?:collect\w*|information we (?:get|gather|hold|process|receive)|how (?:and why )?we (?:use|process)|use of (?:your |the )?(?:personal |this )?(?:data|information)|what (?:data|information)|legal bas[ie]s|purposes?|cookies?|log data|usage data|account information|billing|payment)\b/i,
  ],
  [
    'third-party-sharing-collection',
    /\b(?:shar(?:e|es|ing)|disclos\w*|third[- ]part(?:y|ies)|recipients?|vendors?|(?:sub-?)?processors?|service providers?|partners?|affiliates?|advertis\w*|analytics|merger|transfers? (?:of|to))\b/i,
  ],
  [
    'user-choice-control',
    /\b(?:choices?|control|opt[- ]?(?:out|in)|unsubscrib\w*|consent|preferences|settings|marketing communications|communications?)\b/i,
  ],
  [
    'user-access-edit-deletion',
    /\b(?:access(?:ing)?|correct\w*|rectif\w*|updat(?:e|ing) your|edit|delet\w*|erasure|portability|your (?:\w+ ){0,3}rights|data subject rights|rights)\b/i,
  ],
  ['data-retention', /\b(?:retention|retain\w*|how long|storage period|keep (?:your|it|data)|delet\w*)\b/i],
  [
    'data-security',
    /\b(?:secur\w*|safeguards?|protect(?:ing|ion of)? (?:your|the|of)|encryption|breach\w*|passwords?)\b/i,
  ],
  [
    'policy-change',
    /\b(?:changes? (?:to|and|in)|updates? to|amendments?|modif\w*|(?:document|version|revision|change) (?:history|log)|(?:policy|notice) (?:updates?|changes?))\b/i,
  ],
  ['do-not-track', /\b(?:do[- ]not[- ]track|dnt|tracking signals?|global privacy control)\b/i],
  [
    'international-and-specific-audiences',
    /\b(?:child\w*|minors?|age|international\w*|transfers?|cross-border|california\w*|ccpa|europe\w*|e\.?u\.?|eea|gdpr|u\.?k\.?|brazil\w*|lgpd|nevada|virginia|u\.?s\.? states?|state[- ]specific|residents?|privacy shield|jurisdictions?)\b/i,
  ],
];

const OTHER = 'other';

/** Topics of a section by its heading, or by the nearest heading above that names one; `other` when none does. */
export function readTopics(path: readonly string[]): string[] {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const topics = CUES.filter(([, cue]) => cue.test(path[depth] ?? '')).map(([topic]) => topic);
    if (topics.length > 0) return topics;
  }
  return [OTHER];
}
