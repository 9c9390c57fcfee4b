import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** No rule of WCAG 2.2 A and AA that a program can check is broken, and nothing scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  // A conversation opens at its end: what then lies half under the bar is no smaller for it.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode() // without frames of others there is no need for a page of its own
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join('; ')})`,
  );
  expect.soft(found, new URL(page.url()).pathname).toEqual([]);
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(tooWide, 'pixels of sideways scroll').toBeLessThanOrEqual(0);
}
