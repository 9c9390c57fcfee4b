import { QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'preact-render-to-string';
import { type Boot, applyBoot } from '../kernel/boot.ts';
import { textFile } from '../kernel/i18n/text-file.ts';
import { loadText, setTextFiles } from '../kernel/i18n/texts.ts';
import { takeHead } from '../kernel/pages/head.ts';
import { pageFileOf, setPageFiles } from '../kernel/pages/load-page.ts';
import { besideOf, wordsOf } from '../kernel/pages/beside.ts';
import { frameOf, setFrames } from '../kernel/pages/frames.ts';
import { App } from '../kernel/pages/outlet.tsx';
import { setPageList } from '../kernel/pages/page-list.ts';
import type { PageBeside, RenderPage } from '../kernel/pages/rendered.ts';
import { type PageFile, visit } from '../kernel/pages/visit.ts';
import { queryClient } from '../kernel/query/client.ts';
import { permissionsIn } from '../kernel/session/can.ts';
import { type Locale, type Session, session } from '../kernel/session/session.ts';
import { loadParts, registerSlot } from '../kernel/slots.tsx';
import { whenLoaded } from '../kernel/when-loaded.tsx';
import { BareShell } from './bare-shell.tsx';
import { portalPages } from './pages.ts';
import { plugIn } from './plugs.ts';
import { PublicShell } from './public-shell.tsx';
import { PortalShell } from './shell.tsx';

setPageFiles(import.meta.glob<PageFile>('../modules/*/portal/*-page.tsx'));
setPageList(portalPages);
setFrames({
  Framed: whenLoaded(async () => PortalShell),
  Bare: whenLoaded(async () => BareShell),
  Public: whenLoaded(async () => PublicShell),
});
plugIn();
registerSlot('ticket.without-script', {
  id: 'support/people-forms',
  order: 10,
  need: 'support.ticket.use',
  load: () => import('../modules/support/portal/people-forms.tsx'),
});
// What a page waits for is in its `data`; nothing else is fetched here, and nothing is fetched later.
queryClient.setDefaultOptions({ queries: { queryFn: () => new Promise(() => {}) } });

const texts = import.meta.glob<unknown>(
  ['./text/{en,id}.ts', '../modules/*/text/{en,id,*-en,*-id}.ts', '!../modules/*/text/desk-*.ts'],
  { import: 'text' },
);
setTextFiles(texts);

// `modules/support/text/id.ts` is `support`, `modules/identity/text/proof-id.ts` is `identity/proof`.
const names = Object.keys(texts).flatMap((path) => {
  const [, , module, , file] = path.split('/');
  if (!file?.endsWith('id.ts')) return [];
  const [some] = file.split('-id.ts');
  return some === 'id.ts' ? module! : `${module}/${some}`;
});

const loading = new Map<Locale, Promise<unknown>>();

/** The words of one language and the parts of all slots, once. */
function loadAll(locale: Locale): Promise<unknown> {
  let all = loading.get(locale);
  if (!all) {
    const texts = ['kernel', 'portal', ...names].map((name) => loadText(name, locale));
    loading.set(locale, (all = Promise.all([...texts, loadParts()])));
  }
  return all;
}

export const pageBeside: PageBeside = ({ entry, params }, who, locale) => {
  const { data, parts } = besideOf(entry, permissionsIn('portal', who as Session | null, params.slug));
  return {
    data,
    keys: parts.flatMap((part) => [
      `modules/${part.id.replace('/', '/portal/')}.tsx`,
      ...wordsOf(part).map((name) => textFile(name, locale)),
    ]),
  };
};

/** Runs on the server: pages drawn as the browser would draw them first. */
export const renderPage: RenderPage = async ({ match, pathname, search, boot, missing }) => {
  const { entry, params } = match;
  const { locale, session: who } = boot as Boot;
  const { need } = entry;
  if (need && !permissionsIn('portal', who, params.slug).includes(need)) return null;
  const [file] = await Promise.all([pageFileOf(entry)(), loadAll(locale), frameOf(entry).load()]);
  // The stores are shared by all visits. From here on nothing waits, so no other visit comes between.
  try {
    applyBoot(boot as Boot);
    const outcome = missing ? ({ kind: 'not-found' } as const) : ({ kind: 'page', file } as const);
    visit.set({ pathname, search, entry, params, outcome, page: 1 });
    const html = renderToString(
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>,
    );
    return { html, head: takeHead() };
  } finally {
    queryClient.clear();
    session.set(null);
  }
};
