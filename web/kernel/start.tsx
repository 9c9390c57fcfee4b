import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { whenSignedOut } from './api/client.ts';
import { takeBoot } from './boot.ts';
import { loadText } from './i18n/texts.ts';
import { type PageFiles, setPageFiles } from './pages/load-page.ts';
import { App, type Frames } from './pages/outlet.tsx';
import { setPageList } from './pages/page-list.ts';
import type { PageEntry } from './pages/pages.ts';
import { startVisiting } from './pages/go.ts';
import { keepFields, takeOver } from './pages/take-over.ts';
import { visit } from './pages/visit.ts';
import { startHotkeys } from './palette/hotkeys.ts';
import { type Path, paths } from './paths.ts';
import { queryClient } from './query/client.ts';
import { setShellName } from './session/can.ts';
import { type ShellName, session } from './session/session.ts';

export interface Shell {
  name: ShellName;
  entries: readonly PageEntry[];
  files: PageFiles;
  frames: Frames;
}

/** Brings a shell to life in `#app`. The skeleton in the HTML stays until the first page is ready to stand. */
export async function start({ name, entries, files, frames }: Shell): Promise<void> {
  const boot = takeBoot();
  setShellName(name);
  setPageFiles(files);
  setPageList(entries);
  whenSignedOut(() => {
    if (session.get()) location.assign(paths.signIn((location.pathname + location.search) as Path));
  });
  await Promise.all([loadText('kernel', boot.locale), loadText(name, boot.locale), startVisiting()]);

  // Nothing to show: on the way to the other shell.
  if (visit.get() === null) return;
  const app = document.getElementById('app')!;
  const tree = () => (
    <QueryClientProvider client={queryClient}>
      <App frames={frames} />
    </QueryClientProvider>
  );
  if ('drawn' in app.dataset) {
    const tellFields = keepFields(app);
    takeOver(
      () => hydrateRoot(app, tree()),
      () => createRoot(app).render(tree()),
    );
    tellFields();
    app.dataset.drawn = 'taken';
    app.dispatchEvent(new Event('taken'));
  } else {
    app.replaceChildren();
    createRoot(app).render(tree());
  }
  startHotkeys();
  whenIdle(() => {
    if (boot.session) void import('./live/live.ts').then((live) => live.startLive(boot.since));
    if (import.meta.env.PROD) void navigator.serviceWorker?.register('/sw.js');
  });
}

/** For what can wait until the page is there. */
function whenIdle(work: () => void) {
  const soon = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1_000));
  soon(() => work());
}
