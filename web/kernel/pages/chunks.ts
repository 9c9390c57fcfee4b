import type { PageEntry } from './pages.ts';

/** The part of Vite's `manifest.json` read here. */
export type Manifest = Record<string, { file: string; imports?: string[]; css?: string[] }>;

/** Manifest keys of what a page needs beside the shell: its own chunk and the words of one language. */
export function pageKeys(shell: 'portal' | 'console', entry: PageEntry | null, locale: string): string[] {
  const words = [`kernel/text/${locale}.ts`, `${shell}/text/${locale}.ts`];
  if (!entry) return words;
  return [
    ...words,
    `modules/${entry.module}/${shell}/${entry.page}.tsx`,
    `modules/${entry.module}/text/${locale}.ts`,
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
