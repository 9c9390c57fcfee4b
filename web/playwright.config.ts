import { defineConfig } from '@playwright/test';
import { preferMemory } from '../scripts/memory-folder.ts';
import { browserArguments } from './test/e2e/kit/browser.ts';

preferMemory();

/** Real people's acts in a real browser against a built Clientarea. `npm test` names the browser; alone, Playwright's own is used. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  globalSetup: './test/e2e/global-setup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // What a shared machine makes late once is tried once more there and named as flaky; on one's own machine it fails.
  retries: process.env.CI ? 1 : 0,
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
    // A trace of every step would take longer than the steps: `--trace on` asks for one.
    screenshot: 'only-on-failure',
    launchOptions: browserArguments(),
  },
  // What is the same at every width, or looks at several, is tried once: where people do it most. Of what is tried in both languages each
  // width has one. The main job, a talk that comes by itself and pages that stand still are tried at both.
  projects: [
    {
      name: 'phone',
      testIgnore:
        /(automatic-payment|browser-side|desk-acts|drafts|drawn-pages|every-page|first-load|first-run|installing|passwords|promotions|saml|sessions|signing-in|single-sign-on|support-desk|talk)\.spec/,
      grepInvert: /@(en|once)/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
    {
      name: 'desktop',
      testIgnore: /(assignment|change-service|copied|members|offers|ratings)\.spec/,
      grepInvert: /@id/,
      // Who wants less motion is served here; on the phone things move.
      use: { viewport: { width: 1280, height: 800 }, contextOptions: { reducedMotion: 'reduce' } },
    },
  ],
});
