/**
 * Lets `atOnce` pieces of work run at a time in this process and the rest wait, first come, first served. Where `mayWait` are waiting
 * already, `refuse` makes the error that is thrown.
 */
export function createTurns({
  atOnce,
  mayWait,
  refuse,
}: {
  atOnce: number;
  mayWait: number;
  refuse: () => Error;
}): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mayWait) throw refuse();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
