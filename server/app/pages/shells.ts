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
}

/** What `npm run build` made of the web. */
export interface BuiltWeb {
  portal: Shell;
  console: Shell;
  manifest: Manifest;
  /** Draws the pages that are for everybody. */
  render: RenderPage;
}

export const webFolder = new URL('web/dist/', projectFolder);
const renderer = new URL('server/render.js', webFolder);

export async function readBuiltWeb(): Promise<BuiltWeb> {
  if (!existsSync(renderer)) throw new StartupError('web/dist', 'is missing: run npm run build');
  const read = (name: string) => readFile(new URL(name, webFolder), 'utf8');
  const { renderPage } = (await import(renderer.href)) as { renderPage: RenderPage };
  return {
    console: { name: 'console', html: await read('console/index.html'), pages: consolePages },
    portal: { name: 'portal', html: await read('portal/index.html'), pages: portalPages },
    manifest: JSON.parse(await read('manifest.json')) as Manifest,
    render: renderPage,
  };
}
