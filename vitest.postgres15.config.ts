import { defineConfig } from 'vitest/config';
import shared from './vitest.config.ts';

/** What talks to the database, once more on the oldest PostgreSQL behind PgBouncer. What starts servers of its own is left out. */
export default defineConfig({
  test: {
    ...shared.test,
    include: ['server/{kernel,modules}/**/test/*.test.ts', 'server/test/{fences,scenarios}/*.test.ts'],
    globalSetup: ['server/test/kit/pooled-server.ts'],
  },
});
