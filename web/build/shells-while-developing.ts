import type { Plugin } from 'vite';

/** The product's own server while developing; it answers the API and fills the shells. */
const backend = process.env.CLIENTAREA_URL ?? 'http://localhost:3000';

/** Its answers, asked in its own name: it refuses changes that a browser sends from another site. */
const passOn = { target: backend, changeOrigin: true, headers: { origin: new URL(backend).origin } };

const brandStyle = /(?:<meta name="theme-color"[^>]*>)+<style[^>]*>[^]*?<\/style>/;
const pick = (html: string, open: string, close: string) => html.split(open)[1]?.split(close)[0] ?? '';

/**
 * `vite` alone serves files; this puts what the server writes into a page (session, brand, first data) into the shell
 * that Vite serves, so that `npm run dev` in web works on the real product with instant updates.
 */
export function shellsWhileDeveloping(): Plugin {
  return {
    name: 'shells-while-developing',
    apply: 'serve',
    config: () => ({
      server: {
        proxy: {
          '/api': passOn,
          // The pages of the gateway that moves no money.
          '/sandbox': passOn,
          // Where the order buttons of the public store lead.
          '/order/': passOn,
        },
      },
    }),
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const url = request.url ?? '/';
        if (
          !request.headers.accept?.includes('text/html') ||
          /^\/(@|node_modules|api|sandbox|order\/)/.test(url)
        )
          return next();
        const shell = /^\/console(\/|\?|$)/.test(url) ? 'console' : 'portal';
        const { readFile } = await import('node:fs/promises');
        const page = await fetch(backend + url, {
          headers: {
            cookie: request.headers.cookie ?? '',
            accept: 'text/html',
            'accept-language': request.headers['accept-language'] ?? '',
          },
          redirect: 'manual',
        }).catch(() => null);
        if (!page) {
          response.writeHead(503, { 'content-type': 'text/plain', refresh: '1' });
          return response.end('The server is starting …');
        }
        const elsewhere = page.headers.get('location');
        if (elsewhere) {
          response.writeHead(page.status, { location: elsewhere });
          return response.end();
        }
        const filled = await page.text();
        const file = await readFile(new URL(`../${shell}/index.html`, import.meta.url), 'utf8');
        const found = (pattern: RegExp) => pattern.exec(filled)?.[0] ?? '';
        const head = found(/<title>.*?<\/title>/) + found(brandStyle);
        const html = file
          .replace('<!--head-->', () => head)
          .replace('<!--boot-->', () => pick(filled, 'id="boot"', '</script>').replace(/^[^>]*>/, ''))
          .replace('__LANG__', pick(filled, '<html lang="', '"'))
          .replace('__THEME__', pick(filled, 'data-theme="', '"'))
          .replaceAll('./main.tsx', `/${shell}/main.tsx`)
          .replaceAll(' nonce="__NONCE__"', '');
        response.setHeader('content-type', 'text/html');
        response.end(await server.transformIndexHtml(url, html));
      });
    },
  };
}
