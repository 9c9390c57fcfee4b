import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Bundles the server into a few files that plain Node runs. `outdir` is below `server`, where its packages are found. */
export async function bundleServer(outdir: string): Promise<void> {
  await build({
    entryPoints: {
      main: `${root}server/app/main.ts`,
      'typst-worker': `${root}server/adapters/documents/typst/worker.ts`,
    },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    // The one package of many small files without anything native: from one file it loads in a fifth of the time.
    alias: { kysely: fileURLToPath(import.meta.resolve('kysely')) },
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  await cp(`${root}server/modules/identity/lists`, `${outdir}/lists`, { recursive: true });
  await cp(`${root}server/modules/identity/hash-worker.mjs`, `${outdir}/hash-worker.mjs`);
}
