import { readFileSync } from 'node:fs';

// npm writes a lockfile without the packages of other platforms when it is made from what one platform has installed; whoever is on
// another one then gets a program without its native part. So each optional package that is named must be there. No machine is a
// wasm32: those are for browsers.

interface Locked {
  optionalDependencies?: Record<string, string>;
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Locked>;
};

/** Looked for as node does: beside the package, then in every folder above. */
function isLocked(from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    if (packages[`${folder}/node_modules/${name}`.replace(/^\//, '')]) return true;
    if (folder === '') return false;
  }
}

const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !name.includes('wasm32') && !isLocked(path, name))
    .map((name) => `package-lock.json: ${path || 'this package'} names ${name}, which is not locked`),
);
if (missing.length > 0) console.error(missing.join('\n'));
process.exitCode = missing.length > 0 ? 1 : 0;
