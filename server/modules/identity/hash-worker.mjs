import { getPriority, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { hashSync, verifySync } from '@node-rs/argon2';

// A thread of its own, so that hashing takes what the rest leaves: a flood of sign-ins then slows sign-ins only. Linux keeps a priority
// for each thread; elsewhere it is the whole process's, which must not step back.
const low = 10;
if (process.platform === 'linux' && getPriority() < low) setPriority(low);

parentPort.on('message', ({ password, against, cost }) =>
  parentPort.postMessage(against === null ? hashSync(password, cost) : verifySync(against, password)),
);
