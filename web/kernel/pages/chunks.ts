import { textFile } from '../i18n/text-file.ts';
import type { PageEntry } from './pages.ts';

/** The part of Vite's `manifest.json` read here. */
export type Manifest = Record<string, { file: string; imports?: string[]; css?: string[] }>;

const frames = { bare: 'bare-shell', public: 'public-shell' };

/** Manifest keys of what a page needs beside the shell: its frame, its own chunk and the words of one language. */
export function pageKeys(shell: 'portal' | 'console', entry: PageEntry | null, locale: string): string[] {
  const words = ['kernel', shell].map((name) => textFile(name, locale));
  if (!entry) return words;
  return [
    ...words,
    `${shell}/${entry.frame ? frames[entry.frame] : 'shell'}.tsx`,
    `modules/${entry.module}/${shell}/${entry.page}.tsx`,
    textFile(entry.module, locale),
    ...(shell === 'console' ? [textFile(`${entry.module}/desk`, locale)] : []),
  ];
}

/** Script files behind those keys with everything they import, each once: what the HTML names in `modulepreload`. */
export function chunkFiles(manifest: Manifest, keys: readonly string[]): string[] {
  const files = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  keys.forEach(visit);
  return [...files];
}
