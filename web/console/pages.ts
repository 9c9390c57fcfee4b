import { collectPages } from '../kernel/pages/pages.ts';
import { consolePages as home } from '../modules/home/pages.ts';
import { consolePages as identity } from '../modules/identity/pages.ts';

/** Every page of the console, by module. Pure data: the server reads it too. */
export const consolePages = collectPages({ home, identity });
