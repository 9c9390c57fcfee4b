import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { tierRemoved, tierSaved } from '../events.ts';
import { tierInUse, tooManyTiers } from '../tier-contract.ts';
import type { TierBody } from '../tier-contract.ts';

const most = 50;
const about = (id: string) => ({ organizationId: null, subject: { kind: 'tier', id } });

const rowOf = ({ titles, ...columns }: TierBody) => ({ ...columns, titles: JSON.stringify(titles) });

/** Errors: `too_many_tiers`. */
export async function addTier(tx: Tx, tier: TierBody): Promise<Id<'tier'>> {
  const { count } = await tx.db
    .selectFrom('organizations.tiers')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) >= most) throw new Problem(tooManyTiers);
  const id = tx.newId<'tier'>();
  await tx.db
    .insertInto('organizations.tiers')
    .values({ id, ...rowOf(tier) })
    .execute();
  tx.emit(tierSaved, { ...about(id), data: { archived: tier.archived } });
  return id;
}

/** Errors: `not_found`, `changed_meanwhile`. */
export async function changeTier(tx: Tx, id: Id<'tier'>, version: number, tier: TierBody): Promise<void> {
  const there = await tx.db
    .selectFrom('organizations.tiers')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!there) throw new Problem(notFound);
  if (there.version !== version) throw new Problem(changedMeanwhile);
  await tx.db
    .updateTable('organizations.tiers')
    .set({ ...rowOf(tier), version: version + 1 })
    .where('id', '=', id)
    .execute();
  tx.emit(tierSaved, { ...about(id), data: { archived: tier.archived } });
}

/** Its foreign keys say whether anybody or anything has it. Errors: `not_found`, `tier_in_use`. */
export async function removeTier(tx: Tx, id: Id<'tier'>): Promise<void> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('organizations.tiers')
    .where('id', '=', id)
    .executeTakeFirst()
    .catch((error: Error & { code?: string }) => {
      throw error.code === '23503' ? new Problem(tierInUse) : error;
    });
  if (numDeletedRows === 0n) throw new Problem(notFound);
  tx.emit(tierRemoved, { ...about(id), data: {} });
}
