import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{server,sdk}/**/*.test.ts'],
    globalSetup: ['server/test/kit/database-server.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
