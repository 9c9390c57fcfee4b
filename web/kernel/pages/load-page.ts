import { locale } from '../i18n/locale.ts';
import { loadExpected, loadText, namesOf } from '../i18n/texts.ts';
import { ensureData } from '../query/client.ts';
import { permissionsIn, shellName } from '../session/can.ts';
import { membershipOf } from '../session/organization.ts';
import { session } from '../session/session.ts';
import { besideOf, wordsOf } from './beside.ts';
import { dataUrls, type PageMatch, readingLocale } from './match.ts';
import type { PageEntry } from './pages.ts';
import type { PageFile } from './visit.ts';

/** `import.meta.glob` of a shell's page files. */
export type PageFiles = Record<string, () => Promise<PageFile>>;

let files: PageFiles = {};

export function setPageFiles(all: PageFiles): void {
  files = all;
}

/** What loads the file of a page. */
export function pageFileOf(entry: PageEntry): () => Promise<PageFile> {
  const path = `../modules/${entry.module}/${shellName()}/${entry.page}.tsx`;
  const load = files[path];
  if (!load) throw new Error(`no page file ${path}`);
  return load;
}

/**
 * Script, words and first data of a page, all at once, and what it shows beside; null when the person's role does not include it.
 */
export async function loadPage({ entry, params }: PageMatch, search: string): Promise<PageFile | null> {
  const allowed = permissionsIn(shellName(), session.get(), params.slug);
  if (entry.need && !allowed.includes(entry.need)) return null;
  const organizationId = membershipOf(params.slug)?.id;
  const query = new URLSearchParams(search);
  const known = { ...params, locale: readingLocale(query, locale.get()) };
  const urlsOf = (templates: readonly string[]) => dataUrls(templates, known, query, organizationId);
  const { data, parts } = besideOf(entry, allowed);
  const [file] = await Promise.all([
    pageFileOf(entry)(),
    ...namesOf(entry.module, shellName()).map((name) => loadText(name, locale.get())),
    ...urlsOf(entry.data ?? []).map(ensureData),
    // The page stands without these: what fails says so itself in its place.
    Promise.allSettled([
      ...parts.flatMap((part) => [
        part.Part.load(),
        ...wordsOf(part).map((name) => loadText(name, locale.get())),
      ]),
      ...urlsOf(data).map(ensureData),
    ]),
  ]);
  await loadExpected(locale.get());
  return file;
}

/** Starts loading what is likely to be visited; failures wait for the real visit. */
export function preload(match: PageMatch, search: string): void {
  loadPage(match, search).catch(() => undefined);
}
