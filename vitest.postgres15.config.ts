import { defineConfig } from 'vitest/config';
import shared from './vitest.config.ts';

/**
 * What talks to the database, once more on the oldest PostgreSQL behind PgBouncer. What starts servers of its own is left out, and what
 * asks a lot of the product to ask little of the database.
 */
export default defineConfig({
  test: {
    ...shared.test,
    include: ['server/{kernel,modules}/**/test/*.test.ts', 'server/test/{fences,scenarios}/*.test.ts'],
    exclude: [
      ...shared.test.exclude,
      'server/test/fences/{authorization-fuzz,cross-site,dangerous-code,doors,floors,malformed,security-documents}.test.ts',
      'server/modules/identity/test/same-time.test.ts',
      'server/modules/directory/test/import.test.ts',
      'server/modules/sso/**',
    ],
    globalSetup: ['server/test/kit/pooled-server.ts'],
  },
});
