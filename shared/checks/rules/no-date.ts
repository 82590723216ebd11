import { documentRange, type Rule } from '../rule.ts';

/** Too short to be a policy: a fragment or a page that only links to one. */
const MINIMUM_WORDS = 150;
/** A month and year, or a year, beside a label; no full date, but a date. */
const MONTH_ONLY = /\b(?:effective|updated|revised|modified|published)\b[^.\n]{0,30}\b(?:19|20)\d{2}\b/i;

/** A policy that does not say from when it holds. */
export const noDate: Rule = {
  name: 'no-date',
  title: 'Policies without a date',
  find: (context) => {
    const { inspection, document } = context;
    const dated = inspection.dates.some(({ kind }) => kind !== 'archived') || inspection.history.length > 0;
    if (dated || inspection.words < MINIMUM_WORDS || MONTH_ONLY.test(document.text)) return [];
    return [
      {
        range: documentRange(context),
        severity: 'warning',
        message: 'The policy does not say from when it is effective or when it was last updated.',
        fix: { label: 'Add an effective date near the title.' },
      },
    ];
  },
};
