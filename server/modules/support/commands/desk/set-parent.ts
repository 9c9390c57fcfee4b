import type { Tx } from '../../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../../kernel/values/errors.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { cannotBeParent } from '../../desk-contract.ts';
import { parentChanged } from '../../events.ts';

/**
 * Puts a ticket under another one of its organization, by number, or takes it out (null). Families have two generations: a parent has no
 * parent, a child no children. Errors: `not_found`, `cannot_be_parent`.
 */
export async function setParent(tx: Tx, ticket: Id<'ticket'>, number: number | null): Promise<void> {
  const of = await tx.db
    .selectFrom('support.tickets')
    .select('organization_id')
    .where('id', '=', ticket)
    .executeTakeFirst();
  if (!of) throw new Problem(notFound);
  // Both and their children in one order, so that two who do this at once see what the other did.
  const family = await tx.db
    .selectFrom('support.tickets')
    .select(['id', 'number', 'status', 'parent_id'])
    .where('organization_id', '=', of.organization_id)
    .where((eb) =>
      eb.or([
        eb('id', '=', ticket),
        eb('parent_id', '=', ticket),
        ...(number === null ? [] : [eb('number', '=', BigInt(number))]),
      ]),
    )
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const child = family.find(({ id }) => id === ticket);
  if (!child) throw new Problem(notFound);
  const parent = number === null ? null : family.find((one) => Number(one.number) === number);
  const fits =
    parent &&
    parent.id !== ticket &&
    parent.parent_id === null &&
    parent.status !== 'merged' &&
    child.status !== 'merged' &&
    !family.some((one) => one.parent_id === ticket);
  if (number !== null && !fits) throw new Problem(cannotBeParent);
  const to = parent?.id ?? null;
  if (to === child.parent_id) return;
  await tx.db
    .updateTable('support.tickets')
    .set({ parent_id: to })
    .where('organization_id', '=', of.organization_id)
    .where('id', '=', ticket)
    .execute();
  for (const id of [ticket, to, child.parent_id])
    if (id)
      tx.emit(parentChanged, {
        organizationId: of.organization_id as Id<'organization'>,
        subject: { kind: 'ticket', id },
        data: { child: ticket, from: child.parent_id, to },
      });
}
