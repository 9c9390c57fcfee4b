/** Out of sight for this long a page gives up its line. Milliseconds. */
const unseenFor = 10_000;

/**
 * When a page asks for a line again after one has ended. A browser opens few to one server and shares them among all tabs, and a person
 * has so many at a time: pages that nobody sees take none, and one whose line was given to another does not take that back by itself.
 */
export function lineAgain(ended: { rest: boolean; hidden: boolean }): 'soon' | 'when seen' {
  return ended.rest || ended.hidden ? 'when seen' : 'soon';
}

/** A signal that says once nobody has seen the page for a while; `stop` when it is not needed any more. */
export function unseen(): { signal: AbortSignal; stop: () => void } {
  const given = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(() => given.abort(), unseenFor);
  };
  document.addEventListener('visibilitychange', look);
  look();
  return {
    signal: given.signal,
    stop() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    },
  };
}

/** Resolves once somebody comes to the page. */
export function whenSeen(): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const seen = () => {
      if (document.hidden) return;
      over.abort();
      resolve();
    };
    document.addEventListener('visibilitychange', seen, over);
    for (const sign of ['focus', 'pointerdown', 'keydown']) addEventListener(sign, seen, over);
  });
}
