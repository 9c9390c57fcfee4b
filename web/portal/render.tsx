import { QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'preact-render-to-string';
import { type Boot, applyBoot } from '../kernel/boot.ts';
import { loadText } from '../kernel/i18n/texts.ts';
import { takeHead } from '../kernel/pages/head.ts';
import { type PageFile, pageFileOf, setPageFiles } from '../kernel/pages/load-page.ts';
import { App } from '../kernel/pages/outlet.tsx';
import { setPageList } from '../kernel/pages/page-list.ts';
import type { RenderPage } from '../kernel/pages/rendered.ts';
import { visit } from '../kernel/pages/visit.ts';
import { queryClient } from '../kernel/query/client.ts';
import { permissionsIn } from '../kernel/session/can.ts';
import { session } from '../kernel/session/session.ts';
import { loadParts } from '../kernel/slots.tsx';
import { BareShell } from './bare-shell.tsx';
import { portalPages } from './pages.ts';
import { plugIn } from './plugs.ts';
import { PublicShell } from './public-shell.tsx';
import { PortalShell } from './shell.tsx';

setPageFiles(import.meta.glob<PageFile>('../modules/*/portal/*-page.tsx'));
setPageList(portalPages);
plugIn();
// What a page waits for is in its `data`; nothing else is fetched here, and nothing is fetched later.
queryClient.setDefaultOptions({ queries: { queryFn: () => new Promise(() => {}) } });

const modules = Object.keys(import.meta.glob('../modules/*/text/id.ts')).map((path) => path.split('/')[2]!);
const frames = { Framed: PortalShell, Bare: BareShell, Public: PublicShell };

/** Runs on the server: pages drawn as the browser would draw them first. */
export const renderPage: RenderPage = async ({ match, pathname, search, boot, missing }) => {
  const { entry, params } = match;
  const { locale, session: who } = boot as Boot;
  const { need } = entry;
  if (need && !permissionsIn('portal', who, params.slug).includes(need)) return null;
  const [file] = await Promise.all([
    pageFileOf(entry)(),
    ...['kernel', 'portal', ...modules].map((name) => loadText(name, locale)),
    loadParts(),
  ]);
  // The stores are shared by all visits. From here on nothing waits, so no other visit comes between.
  try {
    applyBoot(boot as Boot);
    const outcome = missing ? ({ kind: 'not-found' } as const) : ({ kind: 'page', file } as const);
    visit.set({ pathname, search, entry, params, outcome, page: 1 });
    const html = renderToString(
      <QueryClientProvider client={queryClient}>
        <App frames={frames} />
      </QueryClientProvider>,
    );
    return { html, head: takeHead() };
  } finally {
    queryClient.clear();
    session.set(null);
  }
};
