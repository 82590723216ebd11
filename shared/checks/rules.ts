import type { Rule } from './rule.ts';
import { archiveLink } from './rules/archive-link.ts';
import { contradictingPeriod } from './rules/contradicting-period.ts';
import { dateDisagreement } from './rules/date-disagreement.ts';
import { deadAnchor } from './rules/dead-anchor.ts';
import { duplicateDefinition } from './rules/duplicate-definition.ts';
import { duplicateHeading } from './rules/duplicate-heading.ts';
import { duplicateParagraph } from './rules/duplicate-paragraph.ts';
import { hardToRead } from './rules/hard-to-read.ts';
import { headingLevel } from './rules/heading-level.ts';
import { houseWording } from './rules/house-wording.ts';
import { impossibleDate } from './rules/impossible-date.ts';
import { linkDisagreement } from './rules/link-disagreement.ts';
import { longSentence } from './rules/long-sentence.ts';
import { miscapitalisedTerm } from './rules/miscapitalised-term.ts';
import { missingItem } from './rules/missing-item.ts';
import { missingSectionReference } from './rules/missing-section-reference.ts';
import { nameDiffers } from './rules/name-differs.ts';
import { noDate } from './rules/no-date.ts';
import { numberingGap } from './rules/numbering-gap.ts';
import { obfuscatedAddress } from './rules/obfuscated-address.ts';
import { onceUsedTerm } from './rules/once-used-term.ts';
import { outdatedFramework } from './rules/outdated-framework.ts';
import { placeholder } from './rules/placeholder.ts';
import { repeatedWord } from './rules/repeated-word.ts';
import { requiredSection } from './rules/required-section.ts';
import { surplusCells } from './rules/surplus-cells.ts';
import { undefinedTerm } from './rules/undefined-term.ts';
import { unusedTerm } from './rules/unused-term.ts';
import { usedBeforeDefinition } from './rules/used-before-definition.ts';
import { wrongSectionReference } from './rules/wrong-section-reference.ts';

/** All rules, in the order in which the settings list them. */
export const RULES: readonly Rule[] = [
  obfuscatedAddress,
  linkDisagreement,
  archiveLink,
  deadAnchor,
  wrongSectionReference,
  missingSectionReference,
  placeholder,
  surplusCells,
  outdatedFramework,
  nameDiffers,
  undefinedTerm,
  unusedTerm,
  onceUsedTerm,
  duplicateDefinition,
  miscapitalisedTerm,
  usedBeforeDefinition,
  dateDisagreement,
  impossibleDate,
  noDate,
  contradictingPeriod,
  numberingGap,
  headingLevel,
  duplicateHeading,
  duplicateParagraph,
  repeatedWord,
  missingItem,
  longSentence,
  hardToRead,
  houseWording,
  requiredSection,
];
