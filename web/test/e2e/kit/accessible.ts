import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type axe from 'axe-core';

/** Without its comments it is half as long to read, for every document anew. */
const script = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No rule of WCAG 2.2 A and AA that a program can check is broken, and nothing scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  // What takes its time has a skeleton, which has no heading.
  await expect(page.locator('main .skeleton')).toHaveCount(0);
  // What is being worked out anew is paler until it is known.
  await expect(page.locator('main [aria-live][aria-busy="true"]')).toHaveCount(0);
  await expect(page.locator('h1').first()).toBeVisible();
  // A conversation opens at its end: what then lies half under the bar is no smaller for it.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  // What is still appearing has less contrast than what has appeared.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect.soft(await findViolations(page), new URL(page.url()).pathname).toEqual([]);
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(tooWide, 'pixels of sideways scroll').toBeLessThanOrEqual(0);
}

/** Describing what is right as well, and quoting it, takes longer than finding what is wrong, so only the latter is asked for. */
async function findViolations(page: Page): Promise<string[]> {
  for (const frame of page.frames())
    if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(script);
  const { violations } = await page.evaluate((runOnly) => {
    globalThis.axe.configure({ noHtml: true });
    return globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] });
  }, rules);
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join('; ')})`,
  );
}

type Axe = typeof axe;
declare global {
  // What its script leaves in a page.
  var axe: Axe;
}
