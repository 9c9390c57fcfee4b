import type { Db } from '../db/types.ts';
import type { Json } from '../values/json.ts';
import { sealOf } from './seal.ts';

export type ChainReport =
  | { intact: true; facts: bigint; head: string }
  | { intact: false; position: bigint; id: string | null; why: string };

const batch = 2000;

/** Reads the whole chain of facts and checks every hash, that no position is missing, and that its end is where the chain says. */
export async function verifyChain(db: Db): Promise<ChainReport> {
  let position = 0n;
  let hash: Buffer = Buffer.alloc(32);
  for (;;) {
    const facts = await db
      .selectFrom('kernel.events')
      .selectAll()
      .where('position', '>', position)
      .orderBy('position')
      .limit(batch)
      .execute();
    for (const fact of facts) {
      if (fact.position !== position + 1n) return broken(position + 1n, null, 'a fact is missing');
      position = fact.position;
      hash = sealOf(hash, { ...fact, position, data: fact.data as Json });
      if (!fact.hash?.equals(hash)) return broken(position, fact.id, 'a fact is not what was sealed');
    }
    if (facts.length < batch) break;
  }
  const end = await db.selectFrom('kernel.chain').select(['position', 'hash']).executeTakeFirstOrThrow();
  if (end.position !== position) return broken(position + 1n, null, 'facts are missing at the end');
  if (!end.hash.equals(hash)) return broken(position, null, 'the end of the chain was changed');
  return { intact: true, facts: position, head: hash.toString('hex') };
}

function broken(position: bigint, id: string | null, why: string): ChainReport {
  return { intact: false, position, id, why };
}
