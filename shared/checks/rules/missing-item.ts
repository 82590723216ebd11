import { REQUIREMENTS } from '../required-items.ts';
import { type CheckContext, documentRange, type Problem, type Rule } from '../rule.ts';

/** Shorter texts are notes to a policy, which need not say everything. */
const MINIMUM_WORDS = 400;

/** Titles of documents that only refer to a privacy policy. */
const OTHER_DOCUMENT =
  /\b(?:terms|guidelines|agreement|addendum|conditions|cookies?|additional information|standards|rules)\b/i;

/** Something that a law asks for and no passage speaks of. Said at the title, since it has no place of its own. */
export const missingItem: Rule = {
  name: 'missing-item',
  title: 'Items the GDPR and the CCPA ask for',
  find: (context) => {
    const { document, inspection } = context;
    if (inspection.words < MINIMUM_WORDS || !isPrivacyPolicy(context)) return [];
    return REQUIREMENTS.filter(({ appliesWhen }) => appliesWhen.test(document.text)).flatMap(({ items }) =>
      items
        .filter(({ spokenOf }) => !spokenOf.test(document.text))
        .map(
          ({ asks, source }): Problem => ({
            range: documentRange(context),
            severity: 'info',
            message: `No passage ${asks} (${source}).`,
            fix: { label: 'Add a passage about it, if it applies.' },
          }),
        ),
    );
  },
};

function isPrivacyPolicy({ inspection, document }: CheckContext): boolean {
  if (/privacy|datenschutz|data protection/i.test(inspection.title)) return true;
  return (
    !OTHER_DOCUMENT.test(inspection.title) &&
    /\b(?:this|our) (?:\w+ )?privacy (?:policy|notice|statement)\b/i.test(document.text.slice(0, 2000))
  );
}
