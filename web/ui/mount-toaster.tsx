import { createRoot } from 'react-dom/client';
import { Toaster } from './toaster.tsx';

/** Puts the region of toasts beside the pages: nothing is told before somebody has done something, so it comes when the page is idle. */
export function mountToaster(): void {
  const place = document.createElement('div');
  document.body.append(place);
  createRoot(place).render(<Toaster />);
}
