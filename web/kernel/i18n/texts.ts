import type { Locale, ShellName } from '../session/session.ts';
import { textFile } from './text-file.ts';

/** `import.meta.glob` of a shell's own words (`./text`) and of those its modules speak (`../modules`). */
export type TextFiles = Record<string, () => Promise<unknown>>;

// Each file is a chunk of its own, so a visit downloads one language of the modules it sees.
const own = import.meta.glob<unknown>('../text/{en,id}.ts', { import: 'text' });
let files: TextFiles = {};

export function setTextFiles(all: TextFiles): void {
  files = all;
}

const loaded = new Map<string, unknown>();
const loading = new Map<string, Promise<void>>();
const failures = new Map<string, Error>();

const keyOf = (name: string, locale: Locale) => `${name}/${locale}`;

const fileOf = (name: string, locale: Locale) =>
  name === 'kernel'
    ? own[`../text/${locale}.ts`]
    : files[name.includes('/') || !isShell(name) ? `../${textFile(name, locale)}` : `./text/${locale}.ts`];

const isShell = (name: string) => name === 'portal' || name === 'console';

/** The words a page of a module speaks: the module's, and in the console also those only for staff. A module may have one without the other. */
export function namesOf(module: string, shell: ShellName): string[] {
  const names = shell === 'console' ? [module, `${module}/desk`] : [module];
  return names.filter((name) => fileOf(name, 'id'));
}

const expected = new Set<string>();

/** Some words of a module on their own, whose script is here: a page waits for them as for its own, or it would be drawn twice. */
export function expectText(name: string): void {
  expected.add(name);
}

export async function loadExpected(locale: Locale): Promise<void> {
  const here = [...expected].filter((name) => fileOf(name, locale));
  await Promise.all(here.map((name) => loadText(name, locale)));
}

/** Fetches the words of a module (names as in `textFile`) in one language, once. */
export function loadText(name: string, locale: Locale): Promise<void> {
  const key = keyOf(name, locale);
  const started = loading.get(key);
  if (started) return started;
  const load = fileOf(name, locale);
  failures.delete(key);
  if (!load) throw new Error(`no text for ${key}`);
  const promise = load().then(
    (text) => void loaded.set(key, text),
    (error: unknown) => {
      loading.delete(key);
      failures.set(key, error as Error);
      throw error;
    },
  );
  loading.set(key, promise);
  return promise;
}

/** The words, or undefined while they are not there; throws what kept them from coming, until they are asked for anew. */
export function textOf(name: string, locale: Locale): unknown {
  const failure = failures.get(keyOf(name, locale));
  if (failure) throw failure;
  return loaded.get(keyOf(name, locale));
}

export function loadedNames(locale: Locale): string[] {
  return [...loaded.keys()].filter((key) => key.endsWith(`/${locale}`)).map((key) => key.slice(0, -3));
}
