import { existsSync } from 'node:fs';

/** The folder of the server package, whether this runs from source or from the bundle in `server/dist`. */
export const serverFolder = findUp('package.json', import.meta.url);
export const projectFolder = new URL('../', serverFolder);

function findUp(file: string, from: string): URL {
  for (let folder = new URL('./', from); ; folder = new URL('../', folder)) {
    if (existsSync(new URL(file, folder))) return folder;
    if (folder.pathname === '/') throw new Error(`no ${file} above ${from}`);
  }
}
