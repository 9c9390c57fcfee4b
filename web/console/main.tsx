import '../ui/styles/index.css';
import type { PageFile } from '../kernel/pages/visit.ts';
import { PageOutlet } from '../kernel/pages/outlet.tsx';
import { start } from '../kernel/start.tsx';
import { whenLoaded } from '../kernel/when-loaded.tsx';
import { consolePages } from './pages.ts';
import { plugIn } from './plugs.ts';
import { ConsoleShell } from './shell.tsx';

const Bare = whenLoaded(async () => PageOutlet);

plugIn();
void start({
  name: 'console',
  entries: consolePages,
  files: import.meta.glob<PageFile>('../modules/*/console/*-page.tsx'),
  texts: import.meta.glob<unknown>(['./text/{en,id}.ts', '../modules/*/text/{en,id,*-en,*-id}.ts'], {
    import: 'text',
  }),
  frames: { Framed: whenLoaded(async () => ConsoleShell), Bare, Public: Bare },
});
