import { setImmediate as nextTurn } from 'node:timers/promises';

/** So long work that nobody waits for has the processor of this process before others get their turn. */
const sliceMilliseconds = 2;
/** So long it stands back at most while somebody's request is answered: however busy it is here, the work gets done. */
const standBackMilliseconds = 10;

/** So long after the last answer somebody is still thought to be here. */
const aroundMilliseconds = 2_000;

let asking = 0;
let lastAnswered = -Infinity;
const standingBack = new Set<() => void>();

/** Says that somebody waits for an answer of this process. Call what it returns when they have it; again does nothing. */
export function somebodyAsks(): () => void {
  let waits = true;
  asking++;
  return () => {
    if (!waits) return;
    waits = false;
    asking--;
    lastAnswered = performance.now();
    if (asking === 0) for (const goOn of standingBack) goOn();
  };
}

/** Whether somebody asks this process for something now, or has just done so. */
export function isSomebodyAround(): boolean {
  return asking > 0 || performance.now() - lastAnswered < aroundMilliseconds;
}

/** Lets others in, and stands back while somebody waits for an answer. */
export async function standBack(): Promise<void> {
  await nextTurn();
  if (asking === 0) return;
  await new Promise<void>((resolve) => {
    const goOn = () => {
      clearTimeout(timer);
      standingBack.delete(goOn);
      resolve();
    };
    const timer = setTimeout(goOn, standBackMilliseconds);
    standingBack.add(goOn);
  });
}

/** For work in many small steps: call it between them, and it stands back whenever it has had its slice. */
export function inSlices(): () => Promise<void> | undefined {
  let until = performance.now() + sliceMilliseconds;
  return () => {
    if (performance.now() < until) return undefined;
    return standBack().then(() => {
      until = performance.now() + sliceMilliseconds;
    });
  };
}
