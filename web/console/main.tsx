import '../ui/styles/index.css';
import type { PageFile } from '../kernel/pages/load-page.ts';
import { PageOutlet } from '../kernel/pages/outlet.tsx';
import { start } from '../kernel/start.tsx';
import { consolePages } from './pages.ts';
import { plugIn } from './plugs.ts';
import { ConsoleShell } from './shell.tsx';

plugIn();
void start({
  name: 'console',
  entries: consolePages,
  files: import.meta.glob<PageFile>('../modules/*/console/*-page.tsx'),
  frames: { Framed: ConsoleShell, Bare: PageOutlet, Public: PageOutlet },
});
