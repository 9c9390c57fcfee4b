import type { Db } from '../db/types.ts';
import type { Json } from '../values/json.ts';
import { sealOf } from './seal.ts';

export type ChainReport =
  | { intact: true; facts: bigint; head: string }
  | { intact: false; position: bigint; id: string | null; why: string };

const batch = 2000;

/**
 * Reads the whole chain of facts and checks every hash, that no position is missing, and that its end is where the chain says. Facts may
 * be sealed meanwhile: the end is read first, and what comes after it is only held to be within the chain.
 */
export async function verifyChain(db: Db): Promise<ChainReport> {
  const end = await db.selectFrom('kernel.chain').select(['position', 'hash']).executeTakeFirstOrThrow();
  let position = 0n;
  let hash: Buffer = Buffer.alloc(32);
  while (position < end.position) {
    const facts = await db
      .selectFrom('kernel.events')
      .selectAll()
      .where('position', '>', position)
      .where('position', '<=', end.position)
      .orderBy('position')
      .limit(batch)
      .execute();
    if (facts.length === 0) return broken(position + 1n, null, 'facts are missing at the end');
    for (const fact of facts) {
      if (fact.position !== position + 1n) return broken(position + 1n, null, 'a fact is missing');
      position = fact.position;
      hash = sealOf(hash, { ...fact, position, data: fact.data as Json });
      if (!fact.hash?.equals(hash)) return broken(position, fact.id, 'a fact is not what was sealed');
    }
  }
  if (!end.hash.equals(hash)) return broken(position, null, 'the end of the chain was changed');
  const beyond = await db
    .selectFrom('kernel.events')
    .select('position')
    .where('position', '>', (eb) => eb.selectFrom('kernel.chain').select('position'))
    .orderBy('position')
    .executeTakeFirst();
  if (beyond) return broken(beyond.position!, null, 'facts stand after the end of the chain');
  return { intact: true, facts: position, head: hash.toString('hex') };
}

function broken(position: bigint, id: string | null, why: string): ChainReport {
  return { intact: false, position, id, why };
}
