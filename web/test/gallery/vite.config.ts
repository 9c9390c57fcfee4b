import { resolve } from 'node:path';
import { mergeConfig } from 'vite';
import base from '../../vite.config.ts';

const root = resolve(import.meta.dirname, '../..');

/** The gallery alone: `npx vite build --config web/test/gallery/vite.config.ts` → web/test/gallery/dist. */
const { build, ...rest } = base;
export default mergeConfig(
  { ...rest, plugins: rest.plugins?.slice(0, 1) },
  {
    publicDir: false,
    build: {
      outDir: resolve(import.meta.dirname, 'dist'),
      emptyOutDir: true,
      target: build?.target,
      rolldownOptions: { input: resolve(root, 'test/gallery/index.html') },
    },
  },
);
