import { session } from '../session/session.ts';
import type { Loadable } from '../when-loaded.tsx';
import type { PageEntry } from './pages.ts';

export interface Frames {
  /** Navigation around a page of the product. */
  Framed: Loadable;
  /** Around pages for someone not signed in. */
  Bare: Loadable;
  /** Around pages for everybody. */
  Public: Loadable;
}

/** The frames of this shell, set once at the start. */
let frames: Frames;

export function setFrames(all: Frames): void {
  frames = all;
}

/** What stands around a page; a visitor who is nowhere sees no navigation. */
export function frameOf(entry: PageEntry | null): Loadable {
  if (entry?.frame === 'public') return frames.Public;
  if (entry?.frame === 'bare') return frames.Bare;
  return entry || session.get() ? frames.Framed : frames.Bare;
}
