import base from '/tmp/wt/drafts/web/playwright.config.ts';
export default { ...base, globalSetup: undefined, testDir: '/tmp/wt/drafts/web/test/e2e', outputDir: '/tmp/pw-drafts-results' };
