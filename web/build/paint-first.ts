import type { Plugin } from 'vite';

/**
 * Moves the style sheet behind the skeleton in the HTML: what is drawn first needs only the few inline rules, and a
 * sheet in the head would hold it back for a round trip. The module script still waits for the sheet.
 */
export function paintFirst(): Plugin {
  return {
    name: 'paint-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const sheet = html.match(/\s*<link rel="stylesheet"[^>]*>/)?.[0];
        const script = html.match(/\s*<script type="module"[^>]*><\/script>/)?.[0];
        if (!sheet || !script) throw new Error('paint-first: no style sheet or module script in the HTML');
        return html
          .replace(sheet, '')
          .replace(script, '')
          .replace('</body>', () => `${sheet.trim()}\n    ${script.trim()}\n  </body>`);
      },
    },
  };
}
