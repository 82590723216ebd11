import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Faults that axe finds in the open page, each with the element it is about. */
export async function axeFaults(page: Page): Promise<string[]> {
  // The app's own engine has no second page in which axe could put results together.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `axe ${id}: ${node.target.join(' ')}`));
}

/** The words that a reader sees. */
export function shownText(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}
