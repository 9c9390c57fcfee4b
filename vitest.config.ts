import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { preferMemory } from './scripts/memory-folder.ts';

preferMemory();

export default defineConfig({
  test: {
    include: ['{server,sdk}/**/*.test.ts'],
    // Needs other programs; see vitest.outside.config.ts.
    exclude: ['**/node_modules/**', 'server/test/outside/**'],
    globalSetup: ['server/test/kit/database-server.ts'],
    pool: 'forks',
    // Loading the product takes longer than most files' tests: a process loads it once. Each file has a database of its own.
    isolate: false,
    // On two cores vitest itself would use one. More than a few would run out of connections.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism() - 1)),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for comes at once, unless the machine is busy with the other files.
    expect: { poll: { timeout: 20_000 } },
    // The runs on other databases and beside other programs need not translate everything once more.
    experimental: { fsModuleCache: true },
  },
});
