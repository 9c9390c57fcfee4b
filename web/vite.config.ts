import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { pagesApart } from './build/pages-apart.ts';
import { paintFirst } from './build/paint-first.ts';
import { serviceWorker } from './build/service-worker.ts';
import { shellsWhileDeveloping } from './build/shells-while-developing.ts';
import { withoutMutations } from './build/without-mutations.ts';

const root = import.meta.dirname;

/** Needed before anything can be shown, in the portal too; the palette, the live line, forms and the words come later, on their own. */
const base = [
  /node_modules\/(?:preact|@tanstack)\/(?!.*[iI]nfiniteQuery(?:Observer)?\.js)/,
  /web\/kernel\/(?!console-paths|pages\/form-key|text\/(?:en|id)|palette\/(?:palette|search|found-paths|shortcuts|words|key-list|letters|desk-keys|desk-letters)|query\/use-list|live\/|time-zones|brand\/|forms\/(?!draft))/,
  /web\/ui\/(?:avatar|button|classes|icon|key-hint|menu\.|skeletons|spinner|states)/,
  // Modules of staff alone have no words that a client waits for.
  /web\/modules\/(?!(?:assignment|automation|catalog|deskacts|escalation|evidence|mailroom|pricing|promotions|rehearsal|settings|worktime)\/)[\w-]+\/(?:pages|text\/index)\.ts$/,
];

/** What pages are made of, by what comes together; the first that matches takes a file with all it needs. The rest falls to the pages that use it. */
const parts = {
  parts:
    /web\/(?:ui\/(?:page-header|breadcrumbs|card|banner|status-chip|time|money|definition-list|more-menu)|portal\/(?:brand-mark|navigation|other-language|public-places|text\/index))\.tsx?$/,
  fields: /web\/ui\/(?:field|inputs)\.tsx$/,
  lists:
    /web\/(?:ui\/(?:data-table|list-body|load-more|list-filters|search-box|filter-chips|chip|record-card)|kernel\/query\/use-list)\.tsx?$|@tanstack\/.*[iI]nfiniteQuery(?:Observer)?\.js$/,
  form: /web\/(?:ui\/(?:form|choices|posted-problem)|kernel\/forms\/use-form)\.tsx?$/,
  ordering:
    /web\/modules\/orders\/(?:portal\/(?:summary|use-quote|option-fields|plan-details|selection|first-prices|accept-terms)|parts\/(?:price-steps|chosen))\.tsx?$/,
  mailed:
    /web\/(?:modules\/(?:identity\/portal\/(?:bare-card|email-field|mail-sent|link-act)|orders\/portal\/kept-lookup)|kernel\/(?:pages\/form-key|forms\/link-code))\.tsx?$/,
  dialogs: /web\/ui\/(?:modal|dialog)\.tsx?$/,
};

/** In the page already, wherever a script asks for more. */
const there = /assets\/(?:base|parts)-/;

/**
 * `modules/billing/portal/invoices-page.tsx` becomes `billing-invoices-page-<hash>.js`: readable in the network panel. Hashes weigh, as
 * the shell names every file: 36 bits tell one version of a file from another.
 */
function chunkName({
  name,
  facadeModuleId: facade,
}: {
  name: string;
  facadeModuleId?: string | null;
}): string {
  const path = facade?.slice(root.length + 1).match(/^(?:modules\/)?([\w-]+)\/(?:.*\/)?([\w-]+)\.tsx?$/);
  return `assets/${path ? `${path[1]}-${path[2]}` : name.split('~')[0]}-[hash:7].js`;
}

export default defineConfig({
  root,
  publicDir: 'public',
  plugins: [
    tailwindcss(),
    withoutMutations(),
    pagesApart(),
    paintFirst(),
    serviceWorker(),
    shellsWhileDeveloping(),
  ],
  html: { cspNonce: '__NONCE__' },
  resolve: {
    // React 19 API, shipped on Preact: 50 KiB less to the first paint.
    alias: [
      { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react(-dom)?$/, replacement: 'preact/compat' },
    ],
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2022',
    modulePreload: {
      polyfill: false,
      // A list of all files of all pages would weigh more than the round trips it saves: only what a file shares with others is in it.
      resolveDependencies: (file, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((one) => one !== file && !there.test(one)),
    },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { portal: resolve(root, 'portal/index.html'), console: resolve(root, 'console/index.html') },
      // Libraries mark files for React servers; there is none here.
      onLog: (level, log, show) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && show(level, log),
      output: {
        chunkFileNames: chunkName,
        hashCharacters: 'base36',
        // Few files instead of dozens of crumbs: what every page needs, and the parts pages are made of.
        codeSplitting: {
          groups: [
            { name: 'base', test: (id) => base.some((pattern) => pattern.test(id)), priority: 3 },
            ...Object.entries(parts).map(([name, test]) => ({ name, test, priority: 2 })),
            // What pages of a module share, by who shares it, and no crumbs; folders in `shared` come later, on their own.
            {
              debugName: 'shared',
              name: (id) => `${/modules\/([\w-]+)/.exec(id)![1]}-shared`,
              test: /web\/modules\/[\w-]+\/shared\/[\w-]+\.tsx?$/,
              priority: 1,
              entriesAware: true,
              entriesAwareMergeThreshold: 4_000,
            },
          ],
        },
      },
    },
  },
});
