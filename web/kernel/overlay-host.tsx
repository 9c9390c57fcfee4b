import { type ReactNode, Suspense } from 'react';
import { createStore } from './store.ts';

/** A dialog that belongs to no page, such as one that a request asks for; null when there is none. */
export const overlayed = createStore<ReactNode>(null);

/** Where it appears: in the tree of the pages, so that the ids in it are no one else's. */
export function OverlayHost() {
  return <Suspense fallback={null}>{overlayed.use()}</Suspense>;
}
