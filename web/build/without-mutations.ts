import type { Plugin } from 'vite';

const file = /query-core\/build\/modern\/mutationCache\.js$/;

/** What the query client itself asks of the cache, which is always empty. */
const empty = `export class MutationCache {
  findAll() { return []; }
  resumePausedMutations() { return Promise.resolve(); }
  clear() {}
}`;

/** Acts are sent by `useAct` and kept by nobody, so the query client goes without its half for them: 1.5 KiB of every page. */
export function withoutMutations(): Plugin {
  let found = false;
  return {
    name: 'without-mutations',
    apply: 'build',
    load(id) {
      if (!file.test(id)) return null;
      found = true;
      return empty;
    },
    buildEnd(error) {
      if (!error && !found)
        throw new Error('without-mutations: the query client keeps its mutations elsewhere now');
    },
  };
}
