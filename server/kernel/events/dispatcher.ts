import { setTimeout as wait } from 'node:timers/promises';
import { outboxChannel } from '../db/outgoing.ts';
import { listenTo } from '../live.ts';
import type { Logger } from '../log.ts';
import { sealAndDispatch } from './outbox.ts';
import type { OutboxContext } from './outbox.ts';

const lookEveryMilliseconds = 1_000;
/** Between rounds: a round costs as much as some dozen facts, so under load it had better take many. */
const pauseMilliseconds = 25;

/** Keeps sealing and handing out as facts come: woken by the database, and looking each second in case a hint was lost. */
export function startDispatcher(context: OutboxContext & { directUrl: string; log: Logger }): {
  stop(): Promise<void>;
} {
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;
  async function drain(): Promise<void> {
    do {
      again = false;
      while (!stopped && (await sealAndDispatch(context)) > 0) await wait(pauseMilliseconds);
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
  const subscription = listenTo(context.directUrl, outboxChannel, wake, context.log);
  const timer = setInterval(wake, lookEveryMilliseconds);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await subscription.stop();
      await running;
    },
  };
}
