import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleServer } from './bundle-server.ts';
import { buildRenderer, buildShells } from '../web/build/build-web.ts';
import { compressFiles } from './compress-files.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Builds what `npm start` runs: the server as a few files, the web with its compressed copies. */
await rm(`${root}server/dist`, { recursive: true, force: true });
await bundleServer(`${root}server/dist`);
await buildShells();
await compressFiles(`${root}web/dist`);
await buildRenderer();
await writeFile(`${root}server/dist/built-at`, new Date().toISOString());
