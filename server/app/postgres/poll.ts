import { setTimeout as delay } from 'node:timers/promises';

const INTERVAL_MS = 10;

type Condition = () => boolean | Promise<boolean>;

/** Waits until the condition is true. */
export async function until(condition: Condition): Promise<void> {
  while (!(await condition())) await delay(INTERVAL_MS);
}

/** Whether the condition became true within the time. */
export async function within(milliseconds: number, condition: Condition): Promise<boolean> {
  const deadline = AbortSignal.timeout(milliseconds);
  let met = false;
  await until(async () => (met = await condition()) || deadline.aborted);
  return met;
}
