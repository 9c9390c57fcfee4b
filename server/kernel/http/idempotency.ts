import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../db/tx.ts';
import type { Db } from '../db/types.ts';
import { Problem, problem } from '../values/errors.ts';

export const keyRequired = problem(
  'idempotency_key_required',
  400,
  'Send an Idempotency-Key header, so that a repeated request acts once.',
);
export const keyReused = problem(
  'idempotency_key_reused',
  422,
  'This Idempotency-Key was used for a different request.',
);
export const stillRunning = problem(
  'still_running',
  409,
  'The first request with this Idempotency-Key is still running.',
);

/** What one key stands for: this principal's request to this route with this content. */
export interface IdempotentRequest {
  principal: string;
  route: string;
  key: string;
  hash: Buffer;
}

export interface KeptAnswer {
  status: number;
  body: string;
}

export function hashRequest(url: string, body: unknown): Buffer {
  return createHash('sha256')
    .update(url)
    .update('\n')
    .update(JSON.stringify(body ?? null))
    .digest();
}

/**
 * Takes the key in the current transaction, or returns the answer of the request that had it. A second request with the same key
 * waits here until the first has committed or rolled back. Sent at once, so what the transaction asks for next may be sent behind it
 * without waiting. Errors: `idempotency_key_reused`, `still_running`.
 */
export async function claimKey(tx: Tx, request: IdempotentRequest): Promise<KeptAnswer | 'claimed'> {
  const rows = await tx.ahead(
    sql<{ fresh: boolean; hash: Buffer; status: number | null; response: string | null }>`
      select * from kernel.claim_key(${request.principal}, ${request.route}, ${request.key}, ${request.hash}, ${tx.now})`,
  );
  const found = rows[0]!;
  if (found.fresh) return 'claimed';
  if (!found.hash.equals(request.hash)) throw new Problem(keyReused);
  if (found.status === null) throw new Problem(stillRunning);
  return { status: found.status, body: found.response ?? '' };
}

/** Keeps the answer under the key, in the transaction of the effect. */
export function keepAnswer(tx: Tx, request: IdempotentRequest, answer: KeptAnswer): void {
  tx.withCommit(
    sql`select kernel.keep_answer(${request.principal}, ${request.route}, ${request.key}, ${answer.status}, ${answer.body})`,
  );
}

/** Gives the key back after a failure, so that the caller can try again with it. */
export async function releaseKey(db: Db, request: IdempotentRequest): Promise<void> {
  await sql`select kernel.release_key(${request.principal}, ${request.route}, ${request.key})`.execute(db);
}
