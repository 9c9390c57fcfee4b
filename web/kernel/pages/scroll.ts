// Positions by history entry, kept for the tab: Back and reload return to where one was.

const storage = 'scroll';
const keyOf = () => (history.state as { key?: string } | null)?.key ?? 'first';

function read(): Record<string, number> {
  return JSON.parse(sessionStorage.getItem(storage) ?? '{}') as Record<string, number>;
}

/** Remembers the position of the page that is being left. */
export function keepScroll(): void {
  sessionStorage.setItem(storage, JSON.stringify({ ...read(), [keyOf()]: Math.round(scrollY) }));
}

/** Goes to the remembered position, to the fragment's element, or to the top. */
export function restoreScroll(): void {
  const kept = read()[keyOf()];
  const target = kept === undefined && location.hash ? document.getElementById(location.hash.slice(1)) : null;
  if (target) target.scrollIntoView();
  else scrollTo(0, kept ?? 0);
}
