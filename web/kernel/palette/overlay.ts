import { createStore } from '../store.ts';

/** Which of the keyboard's overlays is open. */
export const overlay = createStore<'palette' | 'shortcuts' | null>(null);

/** What was typed since the palette was asked for and before it was here. */
export const early = { typed: '' };
