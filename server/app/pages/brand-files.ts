import type { FastifyInstance } from 'fastify';
import { brand as brandSetting } from '../../kernel/brand.ts';
import type { Brand } from '../../kernel/brand.ts';
import { publicOnly } from '../../kernel/db/scope.ts';
import { readSetting } from '../../kernel/settings.ts';
import { scaleFromAccent } from '../../../web/kernel/brand/css.ts';
import type { Clientarea } from '../compose.ts';
import { escape } from './html.ts';

/** Files that carry the brand; those of the same names in `web/public` stand in for them while developing. */
export const brandFiles = ['manifest.webmanifest', 'icon.svg'];

/** What a phone needs to keep the portal among its apps, under the name and in the color of the business. */
export function serveBrandFiles(app: FastifyInstance, clientarea: Clientarea): void {
  const files: [path: string, type: string, content: (brand: Brand) => string][] = [
    ['/manifest.webmanifest', 'application/manifest+json', manifest],
    ['/icon.svg', 'image/svg+xml', (brand) => icon(brand, 7)],
    // Systems cut it to their own shape: a full square, the letter well inside.
    ['/icon-maskable.svg', 'image/svg+xml', (brand) => icon(brand, 0)],
  ];
  for (const [path, type, content] of files) {
    app.get(path, { schema: { hide: true } }, async (_request, reply) => {
      const { value } = await clientarea.within(publicOnly).read((db) => readSetting(db, brandSetting));
      return reply.header('Cache-Control', 'public, max-age=3600').type(type).send(content(value));
    });
  }
}

function manifest({ name, accent, tagline }: Brand): string {
  const icon = (src: string, purpose: string) => ({ src, sizes: 'any', type: 'image/svg+xml', purpose });
  return JSON.stringify({
    id: '/',
    name,
    short_name: name.length > 12 ? name.split(' ')[0] : name,
    description: tagline.id,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f7f7f8',
    theme_color: accent,
    icons: [icon('/icon.svg', 'any'), icon('/icon-maskable.svg', 'maskable')],
  });
}

/** The first letter on the accent, as the shells show it where there is no logo. On a field of 32 by 32. */
function icon({ name, ...brand }: Brand, radius: number): string {
  const { accent, onAccent } = scaleFromAccent(brand.accent).light;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="512" height="512">` +
    `<rect width="32" height="32" rx="${radius}" fill="${accent}"/>` +
    `<text x="16" y="22" text-anchor="middle" font-family="Inter, system-ui, sans-serif" font-size="17" ` +
    `font-weight="700" fill="${onAccent}">${escape([...name][0]!.toUpperCase())}</text></svg>`
  );
}
