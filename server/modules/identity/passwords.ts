import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createTurns } from '../../kernel/turns.ts';
import { Problem } from '../../kernel/values/errors.ts';
import { busyHashing } from './contract.ts';

// OWASP's minimum for argon2id (algorithm 2 of the library); 15 ms of one core, 19 MiB.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How many may wait for a password to be looked at: beyond about a second of waiting it is kinder to say no. */
const mayWait = 100;
const refuse = () => new Problem(busyHashing, { facts: { retryAfter: 1 } });

/** Hashes at once in this process. */
const inTurn = createTurns({ atOnce: 2, mayWait, refuse });

/**
 * For all of what looks at a password, so that a flood of it never has more than some of the connections to the database: two hash
 * while two ask it.
 */
export const oneOfFew = createTurns({ atOnce: 4, mayWait, refuse });

export function hashPassword(password: string): Promise<string> {
  return hash<string>({ password: password.normalize('NFKC'), against: null });
}

/** A hash nobody has the password of: checking against it takes as long as checking a real one. */
let decoy: Promise<string> | undefined;

/** True when the password is right. Unknown people (`null`) take the same time. Throws `busy` rather than queue without end. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const against = stored ?? (await decoy);
  const right = await hash<boolean>({ password: password.normalize('NFKC'), against });
  return right && stored !== null;
}

/** Threads without work; there are never more than hashes at once. */
const idle: Worker[] = [];

/** An error ends the thread and is thrown here; the next hash starts another one. */
const hash = <T>(task: { password: string; against: string | null }) =>
  inTurn(async () => {
    const worker = idle.pop() ?? new Worker(new URL('./hash-worker.mjs', import.meta.url));
    // Only while it works does it keep the process from ending.
    worker.ref();
    try {
      const answered = once(worker, 'message');
      worker.postMessage({ ...task, cost });
      const [answer] = await answered;
      idle.push(worker);
      return answer as T;
    } finally {
      worker.unref();
    }
  });
