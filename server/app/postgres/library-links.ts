import { existsSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * npm packages cannot carry symbolic links, and the install script that makes them is often blocked. Makes
 * the missing ones in a `native/` folder: those of its list, and for each library the name that programs ask
 * for, which the list partly lacks on macOS. Throws EACCES, EPERM or EROFS when the folder is not ours to
 * write.
 */
export function restoreLibraryLinks(native: string): void {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) link(join(native, '..', target), basename(source));
  const lib = join(native, 'lib');
  for (const file of readdirSync(lib)) {
    const name = nameAskedFor(file);
    if (name) link(join(lib, name), file);
  }
}

/** libpq.so.5.18 → libpq.so.5 · libicuuc.77.1.dylib → libicuuc.77.dylib · other names → undefined */
function nameAskedFor(file: string): string | undefined {
  const elf = /^(lib.+\.so\.\d+)(?:\.\d+)+$/.exec(file);
  if (elf) return elf[1];
  const mach = /^(lib[^.]+\.\d+)(?:\.\d+)+\.dylib$/.exec(file);
  return mach ? `${mach[1]}.dylib` : undefined;
}

function link(path: string, neighbor: string): void {
  if (existsSync(path) || !existsSync(join(dirname(path), neighbor))) return;
  rmSync(path, { force: true });
  try {
    symlinkSync(neighbor, path);
  } catch (error) {
    // Another process is starting from the same package.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
