import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { chunkFiles } from '../../../web/kernel/pages/chunks.ts';
import type { Manifest } from '../../../web/kernel/pages/chunks.ts';
import type { PageEntry } from '../../../web/kernel/pages/pages.ts';
import type { PageBeside, RenderPage } from '../../../web/kernel/pages/rendered.ts';
import { consolePages } from '../../../web/console/pages.ts';
import { portalPages } from '../../../web/portal/pages.ts';
import { projectFolder } from '../folders.ts';
import { StartupError } from '../startup-error.ts';
import { drawnTemplate, skeletonTemplate } from './template.ts';
import type { Template } from './template.ts';

export interface Shell {
  name: 'portal' | 'console';
  pages: readonly PageEntry[];
  /** Documents with marks to fill; `web/README.md` lists them. */
  skeleton: Template;
  drawn: Template;
}

/** What `npm run build` made of the web. */
export interface BuiltWeb {
  portal: Shell;
  console: Shell;
  /** Script files behind manifest keys, with all that they import. */
  files: (keys: readonly string[]) => readonly string[];
  /** Draws pages of the portal. */
  render: RenderPage;
  /** Knows what comes along with pages of the portal. */
  beside: PageBeside;
}

export const webFolder = new URL('web/dist/', projectFolder);
const renderer = new URL('server/render.js', webFolder);

export async function readBuiltWeb(): Promise<BuiltWeb> {
  if (!existsSync(renderer)) throw new StartupError('web/dist', 'is missing: run npm run build');
  try {
    return await readWeb();
  } catch (error) {
    const why = (error as Error).message;
    throw new StartupError('web/dist', `is not of this version (${why}): run npm run build`, {
      cause: error,
    });
  }
}

async function readWeb(): Promise<BuiltWeb> {
  const read = (name: string) => readFile(new URL(name, webFolder), 'utf8');
  const drawing = (await import(renderer.href)) as { renderPage?: RenderPage; pageBeside?: PageBeside };
  const { renderPage, pageBeside } = drawing;
  if (!renderPage || !pageBeside) throw new Error('what draws pages is another');
  const manifest = JSON.parse(await read('manifest.json')) as Manifest;
  const shell = async (name: Shell['name'], pages: Shell['pages']): Promise<Shell> => {
    const missing = pages.find(({ module, page }) => !manifest[`modules/${module}/${name}/${page}.tsx`]);
    if (missing) throw new Error(`there is no ${missing.pattern}`);
    const html = await read(`${name}/index.html`);
    const sheet = /<link rel="stylesheet"[^>]* href="\/([^"]+)"/.exec(html)?.[1];
    if (!sheet) throw new Error(`the ${name} has no style sheet`);
    return { name, pages, skeleton: skeletonTemplate(html), drawn: drawnTemplate(html, await read(sheet)) };
  };
  return {
    console: await shell('console', consolePages),
    portal: await shell('portal', portalPages),
    files: fileFinder(manifest),
    render: renderPage,
    beside: pageBeside,
  };
}

/** There are as many lists as there are pages, languages and roles. */
function fileFinder(manifest: Manifest): BuiltWeb['files'] {
  const found = new Map<string, readonly string[]>();
  return (keys) => {
    const name = keys.join();
    let files = found.get(name);
    if (!files) found.set(name, (files = chunkFiles(manifest, keys)));
    return files;
  };
}
