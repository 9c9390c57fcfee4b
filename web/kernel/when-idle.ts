/** For what can wait until the page is there. */
export function whenIdle(work: () => void): void {
  const soon = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1_000));
  soon(() => work());
}
