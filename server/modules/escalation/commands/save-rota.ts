import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findAgent, notAssignable } from '../../support/index.ts';
import { overlap } from '../domain/on-call.ts';
import type { Swap } from '../domain/on-call.ts';
import { rotaRemoved, rotaSaved, swapAdded, swapRemoved } from '../events.ts';
import { rotaInUse, swapOverlaps } from '../rota-contract.ts';
import type { RotaBody, SwapBody } from '../rota-contract.ts';

const about = (id: string) => ({ organizationId: null, subject: { kind: 'rota', id } });

async function rowOf(tx: Tx, { name, zone, turn, handover, beginsOn, people }: RotaBody) {
  for (const person of people) if (!(await findAgent(tx.db, person))) throw new Problem(notAssignable);
  return { name, zone, turn, handover, begins_on: beginsOn, people };
}

/** Errors: `not_assignable`. */
export async function addRota(tx: Tx, rota: RotaBody): Promise<Id<'rota'>> {
  const id = tx.newId<'rota'>();
  await tx.db
    .insertInto('escalation.rotas')
    .values({ id, ...(await rowOf(tx, rota)) })
    .execute();
  tx.emit(rotaSaved, { ...about(id), data: {} });
  return id;
}

/** Errors: `not_found`, `changed_meanwhile`, `not_assignable`. */
export async function changeRota(tx: Tx, id: Id<'rota'>, version: number, rota: RotaBody): Promise<void> {
  if ((await lock(tx, id)) !== version) throw new Problem(changedMeanwhile);
  await tx.db
    .updateTable('escalation.rotas')
    .set({ ...(await rowOf(tx, rota)), version: version + 1 })
    .where('id', '=', id)
    .execute();
  tx.emit(rotaSaved, { ...about(id), data: {} });
}

/** Errors: `not_found`, `rota_in_use`. */
export async function removeRota(tx: Tx, id: Id<'rota'>): Promise<void> {
  await lock(tx, id);
  const used = await tx.db
    .selectFrom('escalation.levels')
    .select('level')
    .where('rota_id', '=', id)
    .executeTakeFirst();
  if (used) throw new Problem(rotaInUse, { facts: { level: used.level } });
  await tx.db.deleteFrom('escalation.rotas').where('id', '=', id).execute();
  tx.emit(rotaRemoved, { ...about(id), data: {} });
}

/** Errors: `not_found`, `not_assignable`, `swap_overlaps`. */
export async function addSwap(tx: Tx, rota: Id<'rota'>, swap: SwapBody): Promise<Id<'swap'>> {
  await lock(tx, rota);
  if (!(await findAgent(tx.db, swap.personId))) throw new Problem(notAssignable);
  const { rows } = await sql<
    Pick<Swap, 'from' | 'until'>
  >`select s.from_on::text as from, s.until_on::text as until
    from escalation.swaps s where s.rota_id = ${rota}`.execute(tx.db);
  if (rows.some((one) => overlap(one, { from: swap.fromOn, until: swap.untilOn })))
    throw new Problem(swapOverlaps);
  const id = tx.newId<'swap'>();
  await tx.db
    .insertInto('escalation.swaps')
    .values({ rota_id: rota, id, from_on: swap.fromOn, until_on: swap.untilOn, person_id: swap.personId })
    .execute();
  tx.emit(swapAdded, { ...about(rota), data: { swapId: id } });
  return id;
}

/** Errors: `not_found`. */
export async function removeSwap(tx: Tx, rota: Id<'rota'>, swap: Id<'swap'>): Promise<void> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('escalation.swaps')
    .where('rota_id', '=', rota)
    .where('id', '=', swap)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Problem(notFound);
  tx.emit(swapRemoved, { ...about(rota), data: { swapId: swap } });
}

/** Its version. Errors: `not_found`. */
async function lock(tx: Tx, id: Id<'rota'>): Promise<number> {
  const there = await tx.db
    .selectFrom('escalation.rotas')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!there) throw new Problem(notFound);
  return there.version;
}
