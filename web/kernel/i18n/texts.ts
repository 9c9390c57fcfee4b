import type { Locale } from '../session/session.ts';

// Each file is a chunk of its own, so a visit downloads one language of the modules it sees.
const files = import.meta.glob<unknown>(
  ['../text/{en,id}.ts', '../../{portal,console}/text/{en,id}.ts', '../../modules/*/text/{en,id}.ts'],
  { import: 'text' },
);

const loaded = new Map<string, unknown>();
const loading = new Map<string, Promise<void>>();

const keyOf = (name: string, locale: Locale) => `${name}/${locale}`;

function fileOf(name: string, locale: Locale): string {
  if (name === 'kernel') return `../text/${locale}.ts`;
  if (name === 'portal' || name === 'console') return `../../${name}/text/${locale}.ts`;
  return `../../modules/${name}/text/${locale}.ts`;
}

/** Fetches the words of a module (`kernel`, `portal` and `console` count as modules) in one language, once. */
export function loadText(name: string, locale: Locale): Promise<void> {
  const key = keyOf(name, locale);
  const started = loading.get(key);
  if (started) return started;
  const load = files[fileOf(name, locale)];
  if (!load) return Promise.reject(new Error(`no text for ${key}`));
  const promise = load().then(
    (text) => void loaded.set(key, text),
    (error: unknown) => {
      loading.delete(key);
      throw error;
    },
  );
  loading.set(key, promise);
  return promise;
}

/** The words, or undefined while they are not there. */
export function textOf(name: string, locale: Locale): unknown {
  return loaded.get(keyOf(name, locale));
}

export function loadedNames(locale: Locale): string[] {
  return [...loaded.keys()].filter((key) => key.endsWith(`/${locale}`)).map((key) => key.slice(0, -3));
}
