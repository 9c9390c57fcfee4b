import { defineConfig } from '@playwright/test';
import { browserArguments } from './test/e2e/kit/browser.ts';

/** Real people's acts in a real browser against a built Clientarea. `npm test` names the browser; alone, Playwright's own is used. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  globalSetup: './test/e2e/global-setup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // The server and the browser share the machine's few cores.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    // Set by the global setup, before the workers read this.
    baseURL: process.env.E2E_URL,
    locale: 'en-US',
    timezoneId: 'Asia/Jakarta',
    actionTimeout: 20_000,
    trace: 'retain-on-failure',
    launchOptions: browserArguments(),
  },
  projects: [
    { name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
  ],
});
