import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleServer } from './bundle-server.ts';
import { buildRenderer, buildShells } from '../web/build/build-web.ts';
import { billOfMaterials, type Lockfile } from './bill-of-materials.ts';
import { compressFiles } from './compress-files.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Builds what `npm start` runs: the server as a few files, the web with its compressed copies. */
await rm(`${root}server/dist`, { recursive: true, force: true });
await bundleServer(`${root}server/dist`);
await buildShells();
await compressFiles(`${root}web/dist`);
await buildRenderer();
const lockfile = JSON.parse(await readFile(`${root}package-lock.json`, 'utf8')) as Lockfile;
await writeFile(`${root}server/dist/sbom.cdx.json`, JSON.stringify(billOfMaterials(lockfile), null, 1));
await writeFile(`${root}server/dist/built-at`, new Date().toISOString());
