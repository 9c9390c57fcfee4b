import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import config from '../vite.config.ts';

const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));

/** Builds what browsers load, into `web/dist`. */
export async function buildShells(): Promise<void> {
  await build({ configFile, logLevel: 'warn' });
}

/**
 * Builds what draws the public pages on the server, into `web/dist/server`, with every package in it. After the shells, whose build
 * empties the folder.
 */
export async function buildRenderer(): Promise<void> {
  const { root, resolve, build: { rolldownOptions } = {} } = config;
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    resolve,
    ssr: { noExternal: true },
    build: {
      ssr: 'portal/render.tsx',
      outDir: 'dist/server',
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: { onLog: rolldownOptions?.onLog },
    },
  });
}
