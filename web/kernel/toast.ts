import { createStore } from './store.ts';

export interface Toast {
  id: number;
  words: string;
  tone: 'good' | 'danger';
  undo?: () => void;
}

export const toasts = createStore<readonly Toast[]>([]);

/** Milliseconds a toast stays; longer when it can be undone or tells of a failure. */
const stay = { plain: 5_000, long: 10_000 };
let last = 0;

export function dismissToast(id: number): void {
  toasts.set(toasts.get().filter((one) => one.id !== id));
}

/** Says what was done (or why it was not), for a moment, in a live region. */
export function toast({
  words,
  tone = 'good',
  undo,
}: {
  words: string;
  tone?: Toast['tone'];
  undo?: () => void;
}): void {
  const id = ++last;
  toasts.set([...toasts.get().slice(-2), { id, words, tone, undo }]);
  setTimeout(() => dismissToast(id), undo || tone === 'danger' ? stay.long : stay.plain);
}
