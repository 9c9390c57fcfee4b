import { availableParallelism } from 'node:os';
import type { DocumentRenderer } from '../../../kernel/documents.ts';
import type { PoolOptions } from './pool.ts';
import { createPool } from './pool.ts';

/** In a bundle the worker is a file of its own beside the bundle. */
const besideThis = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './typst-worker.js',
  import.meta.url,
);

/** PDFs by Typst, off the event loop. Nothing runs until the first document; `close` ends what is running and waiting. */
export function createTypstRenderer(
  options: Partial<PoolOptions> = {},
): DocumentRenderer & { close(): Promise<void> } {
  const pool = createPool({
    workerUrl: besideThis,
    // A second one starts only while documents wait.
    size: Math.min(2, availableParallelism()),
    queueLimit: 200,
    timeoutMs: 15_000,
    idleMs: 60_000,
    ...options,
  });
  return {
    render: ({ source }, data, { locale, createdAt, title }) =>
      pool.run({
        source,
        data: JSON.stringify(data),
        title,
        locale,
        createdAt: Math.floor(createdAt.getTime() / 1000),
      }),
    close: () => pool.close(),
  };
}
