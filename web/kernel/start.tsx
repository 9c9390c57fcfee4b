import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { whenSignedOut } from './api/client.ts';
import { takeBoot } from './boot.ts';
import { type TextFiles, loadText, setTextFiles } from './i18n/texts.ts';
import { type PageFiles, setPageFiles } from './pages/load-page.ts';
import { type Frames, setFrames } from './pages/frames.ts';
import { App } from './pages/outlet.tsx';
import { setPageList } from './pages/page-list.ts';
import type { PageEntry } from './pages/pages.ts';
import { startVisiting } from './pages/go.ts';
import { keepFields, takeOver } from './pages/take-over.ts';
import { visit } from './pages/visit.ts';
import { workerUrl } from './trusted.ts';
import { whenIdle } from './when-idle.ts';
import { startHotkeys } from './palette/hotkeys.ts';
import { type Path, paths } from './paths.ts';
import { queryClient } from './query/client.ts';
import { setShellName } from './session/can.ts';
import { type ShellName, session } from './session/session.ts';

export interface Shell {
  name: ShellName;
  entries: readonly PageEntry[];
  files: PageFiles;
  texts: TextFiles;
  frames: Frames;
}

/** Brings a shell to life in `#app`. The skeleton in the HTML stays until the first page is ready to stand. */
export async function start({ name, entries, files, texts, frames }: Shell): Promise<void> {
  const boot = takeBoot();
  setShellName(name);
  setPageFiles(files);
  setTextFiles(texts);
  setPageList(entries);
  setFrames(frames);
  whenSignedOut(() => {
    if (session.get()) location.assign(paths.signIn((location.pathname + location.search) as Path));
  });
  await Promise.all([
    loadText('kernel', boot.locale),
    loadText(name, boot.locale),
    startVisiting(boot.missing),
  ]);

  // Nothing to show: on the way to the other shell.
  if (visit.get() === null) return;
  const app = document.getElementById('app')!;
  const tree = () => (
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  );
  if ('drawn' in app.dataset) {
    const tellFields = keepFields(app);
    takeOver(
      () => hydrateRoot(app, tree()),
      () => createRoot(app).render(tree()),
    );
    tellFields();
    // A press is repeated once the page knows what was written before it: its renderings wait for the end of this task.
    setTimeout(() => {
      app.dataset.drawn = 'taken';
      app.dispatchEvent(new Event('taken'));
    });
  } else {
    app.replaceChildren();
    createRoot(app).render(tree());
  }
  startHotkeys();
  whenIdle(() => {
    void import('../ui/mount-toaster.tsx').then(({ mountToaster }) => mountToaster());
    if (boot.session) void import('./live/live.ts').then((live) => live.startLive(boot.since));
    if (import.meta.env.PROD) void navigator.serviceWorker?.register(workerUrl());
  });
}
