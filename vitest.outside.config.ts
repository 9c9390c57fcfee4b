import { defineConfig } from 'vitest/config';
import shared from './vitest.config.ts';

/** What other programs have to agree to: reverse proxies with our files, a virus scanner and a mail server. They come from Debian. */
export default defineConfig({
  test: { ...shared.test, include: ['server/test/outside/*.test.ts'], exclude: [] },
});
