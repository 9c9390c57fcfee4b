import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Manifest } from '../../../web/kernel/pages/chunks.ts';
import type { PageEntry } from '../../../web/kernel/pages/pages.ts';
import type { RenderPage } from '../../../web/kernel/pages/rendered.ts';
import { consolePages } from '../../../web/console/pages.ts';
import { portalPages } from '../../../web/portal/pages.ts';
import { projectFolder } from '../folders.ts';
import { StartupError } from '../startup-error.ts';

export interface Shell {
  name: 'portal' | 'console';
  /** With marks to fill; `web/README.md` lists them. */
  html: string;
  pages: readonly PageEntry[];
  /** The text of its style sheet. */
  css: string;
}

/** What `npm run build` made of the web. */
export interface BuiltWeb {
  portal: Shell;
  console: Shell;
  manifest: Manifest;
  /** Draws pages of the portal. */
  render: RenderPage;
}

export const webFolder = new URL('web/dist/', projectFolder);
const renderer = new URL('server/render.js', webFolder);

export async function readBuiltWeb(): Promise<BuiltWeb> {
  if (!existsSync(renderer)) throw new StartupError('web/dist', 'is missing: run npm run build');
  const read = (name: string) => readFile(new URL(name, webFolder), 'utf8');
  const { renderPage } = (await import(renderer.href)) as { renderPage: RenderPage };
  const shell = async (name: Shell['name'], pages: Shell['pages']): Promise<Shell> => {
    const html = await read(`${name}/index.html`);
    const [, sheet] = /<link rel="stylesheet"[^>]* href="\/([^"]+)"/.exec(html)!;
    return { name, html, pages, css: await read(sheet!) };
  };
  return {
    console: await shell('console', consolePages),
    portal: await shell('portal', portalPages),
    manifest: JSON.parse(await read('manifest.json')) as Manifest,
    render: renderPage,
  };
}
