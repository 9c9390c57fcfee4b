import '../ui/styles/index.css';
import type { PageFile } from '../kernel/pages/load-page.ts';
import { start } from '../kernel/start.tsx';
import { BareShell } from './bare-shell.tsx';
import { portalPages } from './pages.ts';
import { PublicShell } from './public-shell.tsx';
import { plugIn } from './plugs.ts';
import { PortalShell } from './shell.tsx';

plugIn();
void start({
  name: 'portal',
  entries: portalPages,
  files: import.meta.glob<PageFile>('../modules/*/portal/*-page.tsx'),
  frames: { Framed: PortalShell, Bare: BareShell, Public: PublicShell },
});
