import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { paintFirst } from './build/paint-first.ts';
import { serviceWorker } from './build/service-worker.ts';
import { shellsWhileDeveloping } from './build/shells-while-developing.ts';

const root = import.meta.dirname;

/** Needed before anything can be shown; the palette, the live line and the words come later, on their own. */
const base = [
  /node_modules\//,
  /web\/kernel\/(?!text\/(?:en|id)|palette\/(?:palette|search|found-paths|shortcuts)|live\/|time-zones)/,
  /web\/ui\/(?:avatar|button|classes|icon|key-hint|menu|skeletons|spinner|states|toaster)/,
  /web\/modules\/[\w-]+\/(?:pages|text\/index)\.ts/,
];

/** `modules/billing/portal/invoices-page.tsx` becomes `billing-invoices-page-<hash>.js`: readable in the network panel. */
function chunkName(facade: string | null | undefined): string {
  const path = facade?.slice(root.length + 1).match(/^(?:modules\/)?([\w-]+)\/(?:.*\/)?([\w-]+)\.tsx?$/);
  return path ? `assets/${path[1]}-${path[2]}-[hash].js` : 'assets/[name]-[hash].js';
}

export default defineConfig({
  root,
  publicDir: 'public',
  plugins: [tailwindcss(), paintFirst(), serviceWorker(), shellsWhileDeveloping()],
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
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { portal: resolve(root, 'portal/index.html'), console: resolve(root, 'console/index.html') },
      // Libraries mark files for React servers; there is none here.
      onLog: (level, log, show) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && show(level, log),
      output: {
        chunkFileNames: (chunk) => chunkName(chunk.facadeModuleId),
        // Few files instead of dozens of crumbs: what every page needs, and the parts pages are made of.
        codeSplitting: {
          groups: [
            { name: 'base', test: (id) => base.some((pattern) => pattern.test(id)), priority: 2 },
            { name: 'parts', test: /web\/ui\//, priority: 1 },
          ],
        },
      },
    },
  },
});
