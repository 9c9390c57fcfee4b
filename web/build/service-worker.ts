import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Puts a name for this very build into `public/sw.js`, so that browsers see a new worker exactly when files changed. */
export function serviceWorker(): Plugin {
  let outDir = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async writeBundle(_options, bundle) {
      const { readFile, writeFile } = await import('node:fs/promises');
      const { join, resolve } = await import('node:path');
      const file = join(resolve(import.meta.dirname, '..', outDir), 'sw.js');
      const build = createHash('sha256')
        .update(Object.keys(bundle).toSorted().join('\n'))
        .digest('hex')
        .slice(0, 12);
      const source = await readFile(file, 'utf8');
      await writeFile(file, source.replace('__BUILD__', build));
    },
  };
}
