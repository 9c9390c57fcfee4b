import '../ui/styles/index.css';
import type { PageFile } from '../kernel/pages/visit.ts';
import { start } from '../kernel/start.tsx';
import { whenLoaded } from '../kernel/when-loaded.tsx';
import { portalPages } from './pages.ts';
import { plugIn } from './plugs.ts';

plugIn();
void start({
  name: 'portal',
  entries: portalPages,
  files: import.meta.glob<PageFile>('../modules/*/portal/*-page.tsx'),
  texts: import.meta.glob<unknown>(
    // Words that only staff read are called `desk-…`.
    ['./text/{en,id}.ts', '../modules/*/text/{en,id,*-en,*-id}.ts', '!../modules/*/text/desk-*.ts'],
    { import: 'text' },
  ),
  frames: {
    Framed: whenLoaded(async () => (await import('./shell.tsx')).PortalShell),
    Bare: whenLoaded(async () => (await import('./bare-shell.tsx')).BareShell),
    Public: whenLoaded(async () => (await import('./public-shell.tsx')).PublicShell),
  },
});
