/** A legal framework that policies refer to and that no longer holds. */
export interface LapsedFramework {
  readonly name: string;
  readonly pattern: RegExp;
  /** The day it ceased to hold, `YYYY-MM-DD`. */
  readonly until: string;
  /** What ended it, as a lawyer would cite it. */
  readonly source: string;
  /** What took its place, if anything did. */
  readonly successor: string;
}

/** The day of the table below; the user guide names it. */
export const FRAMEWORKS_AS_OF = '2026-11-21';

/** Frameworks for transfers and the like that have ended, each with its source. */
export const LAPSED_FRAMEWORKS: readonly LapsedFramework[] = [
  {
    name: 'The EU-U.S. Privacy Shield',
    pattern:
      /(?:\b(?:EU|E\.U\.)[-–‑ ]+U\.?S\.?\s+)?\bPrivacy[-‑ ]Shield\b(?![^.]{0,80}\b(?:invalidat|no longer|superseded|replaced|not rely|do not rely|ceased)\w*)/giu,
    until: '2020-07-16',
    source: 'Court of Justice of the European Union, case C-311/18 (Schrems II)',
    successor:
      'the EU-U.S. Data Privacy Framework (Implementing Decision (EU) 2023/1795 of 10 July 2023) or standard contractual clauses',
  },
  {
    name: 'Safe Harbor',
    pattern:
      /\b(?:(?:EU|E\.U\.|Swiss)[-–‑ ]+U\.?S\.?\s+Safe[-‑ ]Harbou?r|Safe[-‑ ]Harbou?r (?:Framework|Program(?:me)?|Principles|Privacy Principles|Agreement|Certification|List))\b/giu,
    until: '2015-10-06',
    source: 'Court of Justice of the European Union, case C-362/14 (Schrems I)',
    successor:
      'the EU-U.S. Data Privacy Framework (Implementing Decision (EU) 2023/1795 of 10 July 2023) or standard contractual clauses',
  },
  {
    name: 'Directive 95/46/EC',
    pattern: /\bDirective\s+95\/46(?:\/EC)?\b/giu,
    until: '2018-05-25',
    source: 'Regulation (EU) 2016/679 (GDPR), Article 94',
    successor: 'Regulation (EU) 2016/679 (GDPR)',
  },
  {
    name: 'This set of standard contractual clauses',
    pattern: /\b(?:Decision\s+)?(?:2010\/87\/(?:EU|EC)|2004\/915\/EC|2001\/497\/EC)\b/giu,
    until: '2021-09-27',
    source: 'Implementing Decision (EU) 2021/914, Article 4',
    successor: 'the clauses of Implementing Decision (EU) 2021/914',
  },
];
