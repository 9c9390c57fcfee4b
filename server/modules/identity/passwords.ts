import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../../kernel/values/errors.ts';
import { busyHashing } from './contract.ts';

// OWASP's minimum for argon2id (algorithm 2 of the library); 15 ms of one core, 19 MiB.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes at once in this process, and how many may wait: beyond about a second of waiting it is kinder to say no. */
const atOnce = 2;
const mayWait = 100;

let running = 0;
const waiting: (() => void)[] = [];

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), cost));
}

/** A hash nobody has the password of: checking against it takes as long as checking a real one. */
let decoy: Promise<string> | undefined;

/** True when the password is right. Unknown people (`null`) take the same time. Throws `busy` rather than queue without end. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash(crypto.randomUUID(), cost);
  const against = stored ?? (await decoy);
  const right = await inTurn(() => verify(against, password.normalize('NFKC')));
  return right && stored !== null;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mayWait) throw new Problem(busyHashing, { facts: { retryAfter: 1 } });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
