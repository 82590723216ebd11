import type { TopicStrengths } from './topic-strengths.ts';
import type { CategoryId } from './topics/topic.ts';
import { categories, topics } from './topics/topic-tree.ts';

/** Two usual phrases, or one and something slight, are the least that decides. */
const LEAST = 1.2;
/** A passage is also of each category that has this share of the weight of its main one. */
const BESIDE_MAIN = 0.7;

/** Weight by category: that of the plainest topic below it. What is said of others' collection counts for the third parties. */
export function categoryWeights(strengths: TopicStrengths): ReadonlyMap<CategoryId, number> {
  const weights = new Map<CategoryId, number>(categories.map(({ id }) => [id, 0]));
  const raise = (category: CategoryId, weight: number): void => {
    weights.set(category, Math.max(weights.get(category) ?? 0, weight));
  };
  topics.forEach(({ category }, topic) => {
    const { weights: all, ofOthersAlone, inPassing } = strengths;
    raise(category, (all[topic] ?? 0) - (ofOthersAlone[topic] ?? 0) - (inPassing[topic] ?? 0));
    raise('third-party-sharing-collection', strengths.ofOthers[topic] ?? 0);
  });
  return weights;
}

/** The categories a passage belongs to, the plainest first; `other` where no words of any decide. */
export function decideCategories(strengths: TopicStrengths): readonly CategoryId[] {
  const weights = [...categoryWeights(strengths)].sort(([, x], [, y]) => y - x);
  const most = weights[0]?.[1] ?? 0;
  if (most < LEAST) return ['other'];
  return weights
    .filter(([, weight]) => weight >= LEAST && weight >= BESIDE_MAIN * most)
    .map(([category]) => category);
}
