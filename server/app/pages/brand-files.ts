import type { FastifyInstance } from 'fastify';
import { brand as brandSetting } from '../../kernel/brand.ts';
import type { Brand } from '../../kernel/brand.ts';
import { publicOnly } from '../../kernel/db/scope.ts';
import { readSetting } from '../../kernel/settings.ts';
import type { Clientarea } from '../compose.ts';
import { pngIcon, svgIcon } from './icons.ts';

/** Files that carry the brand; those of the same names in `web/public` stand in for them while developing. */
export const brandFiles = ['manifest.webmanifest', 'icon.svg', 'apple-touch-icon.png', 'icon-512.png'];

/** What a phone needs to keep the portal among its apps, under the name and in the color of the business. */
export function serveBrandFiles(app: FastifyInstance, clientarea: Clientarea): void {
  const files: [path: string, type: string, content: (brand: Brand) => string | Buffer][] = [
    ['/manifest.webmanifest', 'application/manifest+json', manifest],
    ['/icon.svg', 'image/svg+xml', (brand) => svgIcon(brand, 7)],
    // Systems cut it to their own shape: a full square, the letter well inside.
    ['/icon-maskable.svg', 'image/svg+xml', (brand) => svgIcon(brand, 0)],
    ['/apple-touch-icon.png', 'image/png', (brand) => pngIcon(brand, 180)],
    // Beside links that people share.
    ['/icon-512.png', 'image/png', (brand) => pngIcon(brand, 512)],
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
