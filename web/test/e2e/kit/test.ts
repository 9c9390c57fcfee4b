import { test as base } from '@playwright/test';

export const test = base.extend<{ leftOpen: void }>({
  /** What a test leaves open goes on listening, and fetches again at every fact of the tests that follow. */
  leftOpen: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
