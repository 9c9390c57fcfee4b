import { lazy, Suspense } from 'react';
import { overlay } from './overlay.ts';

const Palette = lazy(() => import('./palette.tsx').then((file) => ({ default: file.Palette })));
const Shortcuts = lazy(() => import('./shortcuts.tsx').then((file) => ({ default: file.Shortcuts })));

/** Where the palette and the list of shortcuts appear; neither is downloaded before it is asked for. */
export function PaletteHost() {
  const open = overlay.use();
  const close = () => overlay.set(null);
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'shortcuts' && <Shortcuts onClose={close} />}
    </Suspense>
  );
}
