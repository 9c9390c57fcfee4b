import { createStore } from '../store.ts';

/** Which of the keyboard's overlays is open. */
export const overlay = createStore<'palette' | 'shortcuts' | null>(null);
