/** Something a law asks a privacy notice to say. */
export interface RequiredItem {
  readonly id: string;
  /** What is asked for, as it completes "No passage …". */
  readonly asks: string;
  /** Where the law asks for it. */
  readonly source: string;
  /** Words one of which a passage about it has. */
  readonly spokenOf: RegExp;
}

/** A law's list, and what in a text shows that the law is meant to be met. */
export interface Requirement {
  readonly law: string;
  readonly appliesWhen: RegExp;
  readonly items: readonly RequiredItem[];
}

/**
 * What Articles 13 and 14 GDPR (Regulation (EU) 2016/679) and section 1798.130(a)(5) of the California Civil Code ask for, as far
 * as it can be told from words. Items that depend on facts (a DPO, automated decisions) are asked for by neither in all cases
 * and left out.
 */
export const REQUIREMENTS: readonly Requirement[] = [
  {
    law: 'GDPR',
    appliesWhen: /\b(?:GDPR|General Data Protection Regulation|European Economic Area|EEA)\b/,
    items: [
      {
        id: 'legal-basis',
        asks: 'names the legal basis of the processing',
        source: 'Article 13(1)(c) GDPR',
        spokenOf:
          /\b(?:legal|lawful) (?:bas[ie]s|grounds?)\b|\blegitimate (?:business )?interests?\b|\bperform(?:ance of)? (?:a|our|the) contract\b|\bArticle 6\b/i,
      },
      {
        id: 'retention',
        asks: 'says how long data is kept, or how that is decided',
        source: 'Article 13(2)(a) GDPR',
        spokenOf:
          /\b(?:retain|retention|keep (?:your|the|this|it|that|personal|data|information)|kept|stored? (?:for|until)|how long|storage period)\b/i,
      },
      {
        id: 'recipients',
        asks: 'says who receives the data',
        source: 'Article 13(1)(e) GDPR',
        spokenOf:
          /\b(?:third[- ]part(?:y|ies)|service providers?|(?:sub-?)?processors?|recipients?|vendors?|partners?)\b/i,
      },
      {
        id: 'transfers',
        asks: 'speaks of transfers to other countries and their safeguards',
        source: 'Article 13(1)(f) GDPR',
        spokenOf:
          /\b(?:transfer\w*|standard contractual clauses|adequacy|Privacy Shield|Data Privacy Framework|(?:stored|processed|located|servers?) (?:\w+ ){0,4}in the)\b/i,
      },
      {
        id: 'rights',
        asks: 'tells people their rights of access, rectification and erasure',
        source: 'Article 13(2)(b) GDPR',
        spokenOf:
          /\brights?\b[\s\S]{0,400}\b(?:access|delet\w+|erasure|correct\w*|rectif\w+|amend|modify)\b/i,
      },
      {
        id: 'withdraw-consent',
        asks: 'says that consent can be withdrawn',
        source: 'Article 13(2)(c) GDPR',
        spokenOf:
          /\b(?:withdraw\w*|revoke\w*)\b[^.]{0,60}\bconsent|\bconsent\b[^.]{0,80}\b(?:withdraw\w*|withdrawn|revoke\w*)|\bopt[- ]out\b|\bunsubscribe\b/i,
      },
      {
        id: 'complaint',
        asks: 'tells people that they may complain to a supervisory authority',
        source: 'Article 13(2)(d) GDPR',
        spokenOf:
          /\bcomplain\w*\b[^.]{0,120}\b(?:authorit(?:y|ies)|regulator|commissioner)|\b(?:supervisory|data protection) authorit(?:y|ies)\b/i,
      },
      {
        id: 'contact',
        asks: 'says how to reach the controller',
        source: 'Article 13(1)(a) GDPR',
        spokenOf:
          /\b(?:contact (?:us|our)|e-?mail (?:us|me|at)|write to us|reach us|questions\b[^.]{0,80}\b(?:contact|e-?mail|at))\b|@/i,
      },
    ],
  },
  {
    law: 'CCPA',
    // "California residents" alone is older law (Shine the Light, Civil Code section 1798.83).
    appliesWhen: /\b(?:CCPA|CPRA|California (?:Consumer Privacy|Privacy Rights) Act|1798\.1[0-9]{2})\b/,
    items: [
      {
        id: 'categories',
        asks: 'lists the categories of personal information collected',
        source: 'Cal. Civ. Code § 1798.130(a)(5)(B)',
        spokenOf:
          /\bcategor(?:y|ies)\b[^.]{0,80}\b(?:information|data)\b|\b(?:information|data) (?:we|that we) collect\b|\bwe collect\b/i,
      },
      {
        id: 'california-rights',
        asks: 'describes the rights to know, delete and correct',
        source: 'Cal. Civ. Code § 1798.130(a)(5)(A)',
        spokenOf: /\brights?\b[\s\S]{0,400}\b(?:know|access|delet\w+|correct\w*)\b/i,
      },
      {
        id: 'request-methods',
        asks: 'says how to make a request',
        source: 'Cal. Civ. Code § 1798.130(a)(1)',
        spokenOf:
          /\b(?:submit|mak(?:e|ing)|send|e-?mail|call|contact|writ(?:e|ing))\w*\b[^.]{0,120}\brequests?\b|\brequests?\b[^.]{0,120}\b(?:submit\w*|e-?mail\w*|call\w*|contact\w*|form|toll[- ]free|writing)\b|\b(?:exercise|rights?)\b[^.]{0,120}\b(?:contact|e-?mail|call|form|write)\b/i,
      },
      {
        id: 'sale',
        asks: 'says whether personal information is sold or shared',
        source: 'Cal. Civ. Code § 1798.130(a)(5)(C)',
        spokenOf: /\b(?:sell|sold|sale|selling)\b/i,
      },
      {
        id: 'non-discrimination',
        asks: 'says that nobody is treated worse for using these rights',
        source: 'Cal. Civ. Code § 1798.130(a)(5)(A) with § 1798.125',
        spokenOf: /\b(?:discriminat\w*|different (?:price|level|quality))\b/i,
      },
      {
        id: 'twelve-months',
        asks: 'says that the lists cover the preceding 12 months',
        source: 'Cal. Civ. Code § 1798.130(a)(5)(B)',
        spokenOf: /\b(?:12|twelve)(?: \(12\))?[- ]months?\b/i,
      },
    ],
  },
];
