import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { preferMemory } from './scripts/memory-folder.ts';

preferMemory();

const elsewhere = ['**/node_modules/**'];
/** First, so that it is taken away last. */
const temporary = 'server/test/kit/temporary-folder.ts';

/** What is run: `TEST_SUITE` names one, `server` is meant without it. They share this file so that what it translated is kept for all. */
const suites = {
  server: {
    include: ['{server,sdk}/**/*.test.ts'],
    exclude: [...elsewhere, 'server/test/outside/**'],
    globalSetup: [temporary, 'server/test/kit/database-server.ts', 'server/test/process/once.ts'],
  },
  /**
   * What talks to the database, once more on the oldest PostgreSQL behind PgBouncer. What starts servers of its own is left out, and what
   * asks a lot of the product to ask little or nothing of the database.
   */
  postgres15: {
    include: ['server/{kernel,modules}/**/test/*.test.ts', 'server/test/{fences,scenarios}/*.test.ts'],
    exclude: [
      ...elsewhere,
      'server/test/fences/{authorization-fuzz,cross-site,dangerous-code,doors,floors,malformed,security-documents}.test.ts',
      'server/test/fences/{openapi,ways-in,web-calls,worded-problems}.test.ts',
      'server/modules/identity/test/{same-time,hashing-steps-back}.test.ts',
      'server/modules/billing/test/announced-price.test.ts',
      'server/modules/billing/documents/test/printed.test.ts',
      'server/modules/mailroom/test/corpus.test.ts',
      'server/modules/directory/test/import.test.ts',
      'server/modules/sso/**',
    ],
    globalSetup: [temporary, 'server/test/kit/pooled-server.ts'],
  },
  /** What other programs have to agree to: reverse proxies with our files, a virus scanner and a mail server. They come from Debian. */
  outside: {
    include: ['server/test/outside/*.test.ts'],
    exclude: elsewhere,
    globalSetup: [temporary, 'server/test/kit/database-server.ts'],
  },
};

const named = process.env.TEST_SUITE ?? 'server';
if (!Object.hasOwn(suites, named)) throw new Error(`TEST_SUITE: one of ${Object.keys(suites).join(', ')}`);

export default defineConfig({
  test: {
    ...suites[named as keyof typeof suites],
    pool: 'forks',
    // Loading the product takes longer than most files' tests: a process loads it once. Each file has a database of its own.
    isolate: false,
    // On two cores vitest itself would use one. More than a few would run out of connections.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism() - 1)),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for comes at once, unless the machine is busy with the other files.
    expect: { poll: { timeout: 20_000 } },
    // The suites beside the first need not translate everything once more.
    experimental: { fsModuleCache: true },
  },
});
