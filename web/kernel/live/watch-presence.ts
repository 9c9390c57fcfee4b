import { presence } from '../session/presence.ts';

/** Signs that somebody is there. Moving the pointer is one; what a page does by itself is none. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** While somebody only types or reads, the server hears this often that they are there. Milliseconds. */
const sayEvery = 5 * 60_000;

/** Notes signs of the person, and tells the server by `say` when no other request has for a while. */
export function watchPresence(say: () => Promise<unknown>): void {
  const note = () => {
    presence.lastSign = Date.now();
    if (presence.lastSign - presence.lastSaid < sayEvery) return;
    presence.lastSaid = presence.lastSign;
    // A session that is over is told by the answer itself.
    say().catch(() => undefined);
  };
  for (const sign of signs) addEventListener(sign, note, { passive: true, capture: true });
}
