import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { outboxChannel } from '../db/outgoing.ts';
import type { Waker } from '../db/outgoing.ts';
import { listenTo } from '../live.ts';
import type { Logger } from '../log.ts';
import { sealAndDispatch, sealAndHold } from './outbox.ts';
import type { Held, OutboxContext } from './outbox.ts';

const lookEveryMilliseconds = 1_000;
/** Between rounds: a round costs as much as some dozen facts, so it had better take many, the more so the longer rounds take. */
const pauseMilliseconds = { least: 25, most: 100 };
/** A reaction may wait for a lock. So long sealing waits for it, and so many rounds may be unfinished before the queue has them. */
const patienceMilliseconds = 500;
const patienceWithMany = 2_000;
const unfinishedAtMost = 3;

export interface DispatcherContext extends OutboxContext {
  directUrl: string;
  log: Logger;
  waker: Waker;
  /** Connections for rounds that are one of many: others come first then. */
  behind: pg.Pool;
  /**
   * Does what follows from what was sealed. Whatever it leaves undone comes back, by the queue or by the next look. `many`: more of it
   * waits, so others come first.
   */
  follow: (held: Held, many: boolean) => Promise<void>;
}

/**
 * Keeps sealing as facts come, and does at once what follows from them: woken by whoever committed, and looking each second in case a
 * hint was lost.
 */
export function startDispatcher(context: DispatcherContext): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;
  const unfinished = new Set<Promise<void>>();
  let many = false;

  /** True when there may be more. */
  async function round(): Promise<boolean> {
    const outbox = many ? { ...context, pool: context.behind } : context;
    if (unfinished.size >= unfinishedAtMost) return (await sealAndDispatch(outbox, many)) > 0;
    const { isFull, held } = await sealAndHold(outbox, many);
    many = isFull;
    if (held.awaited.length + held.reactions.length + held.messages.length === 0) return isFull;
    const work = context
      .follow(held, isFull)
      .catch((error: Error) =>
        context.log.warn({ error: error.message }, 'what follows from facts failed; the queue repeats it'),
      )
      .finally(() => unfinished.delete(work));
    unfinished.add(work);
    const enough = new AbortController();
    const patience = wait(many ? patienceWithMany : patienceMilliseconds, undefined, {
      signal: enough.signal,
    }).catch(() => {});
    await Promise.race([work, patience]);
    enough.abort();
    return isFull;
  }

  async function drain(): Promise<void> {
    do {
      again = false;
      const began = performance.now();
      if (await round()) again = true;
      const took = performance.now() - began;
      await wait(Math.min(Math.max(took, pauseMilliseconds.least), pauseMilliseconds.most));
    } while (again && !stopped);
  }

  function wake(): void {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = drain()
      .catch((error: Error) =>
        context.log.warn({ error: error.message }, 'facts could not be handed out; it is tried again'),
      )
      .finally(() => (running = null));
  }

  context.waker.here(wake);
  const subscription = listenTo(context.directUrl, [outboxChannel], () => wake(), context.log);
  const timer = setInterval(wake, lookEveryMilliseconds);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await subscription.stop();
      await running;
      await Promise.all(unfinished);
    },
  };
}
