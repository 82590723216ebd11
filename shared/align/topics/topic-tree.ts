import { audienceTopics } from './audience-topics.ts';
import { choiceAndAccessTopics } from './choice-and-access-topics.ts';
import { firstPartyTopics } from './first-party-topics.ts';
import { firstPartyUseTopics } from './first-party-use-topics.ts';
import { liabilityAndLawTopics } from './liability-and-law-topics.ts';
import { otherTopics } from './other-topics.ts';
import { retentionAndSecurityTopics } from './retention-and-security-topics.ts';
import { termsTopics } from './terms-topics.ts';
import { thirdPartyTopics } from './third-party-topics.ts';
import type { CategoryId, Topic } from './topic.ts';

/** The ten categories in the order of the paper, with the names of CONTRACT.md. */
export const categories: readonly { readonly id: CategoryId; readonly name: string }[] = [
  { id: 'first-party-collection-use', name: 'First Party Collection/Use' },
  { id: 'third-party-sharing-collection', name: 'Third Party Sharing/Collection' },
  { id: 'user-choice-control', name: 'User Choice/Control' },
  { id: 'user-access-edit-deletion', name: 'User Access, Edit and Deletion' },
  { id: 'data-retention', name: 'Data Retention' },
  { id: 'data-security', name: 'Data Security' },
  { id: 'policy-change', name: 'Policy Change' },
  { id: 'do-not-track', name: 'Do Not Track' },
  { id: 'international-and-specific-audiences', name: 'International and Specific Audiences' },
  { id: 'other', name: 'Other' },
];

/** Every fine topic; a topic's place in this list is its number in vectors. */
export const topics: readonly Topic[] = [
  ...firstPartyTopics,
  ...firstPartyUseTopics,
  ...thirdPartyTopics,
  ...choiceAndAccessTopics,
  ...retentionAndSecurityTopics,
  ...audienceTopics,
  ...otherTopics,
  ...termsTopics,
  ...liabilityAndLawTopics,
];
