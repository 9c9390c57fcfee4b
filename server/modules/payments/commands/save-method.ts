import { sql } from 'kysely';
import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { findOrganization } from '../../organizations/index.ts';
import { insertAttempt } from '../attempt-row.ts';
import { methodUnavailable } from '../contract.ts';
import { defaultMethodChosen, methodRemoved, methodsPutInTurn } from '../events.ts';
import { addableMethods } from '../queries/methods.ts';
import { offered } from '../settings.ts';
import { beginAtGateway } from './begin-at-gateway.ts';
import { pageOfAttempt } from './start-payment.ts';

/**
 * Begins to keep a method at a gateway without taking money. Returns the attempt; the method is there once it has succeeded. `ctx`
 * sees everything. Errors: `method_unavailable`.
 */
export async function addMethod(
  ctx: Ctx,
  who: { organization: Membership; session: Session },
  how: { gateway: string; method: string },
): Promise<Id<'attempt'>> {
  const { organization, session } = who;
  const { locale, id: person } = session.person;
  const attempt = await ctx.transact(async (tx) => {
    const [{ value }, { currency }] = await Promise.all([
      readSetting(tx.db, offered),
      findOrganization(tx.db, organization.id),
    ]);
    const found = addableMethods(ctx.ports, value, currency as Currency).find(
      ({ gateway, method }) => gateway.name === how.gateway && method.id === how.method,
    );
    if (!found) throw new Problem(methodUnavailable);
    return insertAttempt(tx, {
      id: tx.newId(),
      organization: organization.id,
      purpose: 'save_method',
      gateway: how.gateway,
      method: how.method,
      save: true,
      savedMethod: null,
      amount: 0n,
      currency: currency as Currency,
      paidWith: found.label[locale],
      expiresAt: new Date(tx.now.getTime() + found.method.lifetime.usual * 1000),
      startedBy: person,
      invoices: [],
    });
  });
  const description = locale === 'id' ? 'Simpan metode pembayaran' : 'Save a payment method';
  const returnPath = pageOfAttempt(organization);
  await beginAtGateway(ctx, attempt, { payer: session.person, returnPath, description });
  return attempt.id;
}

/** Puts a method first in turn, so that renewals are paid with it. Errors: `not_found`. */
export async function makeDefault(
  tx: Tx,
  organization: Id<'organization'>,
  method: Id<'saved-method'>,
): Promise<void> {
  const rows = await tx.db
    .selectFrom('payments.saved_methods')
    .select('id')
    .where('organization_id', '=', organization)
    .where('turn', 'is not', null)
    .where('id', '<>', method)
    .orderBy('turn')
    .execute();
  await putInTurn(tx, organization, [method, ...rows.map(({ id }) => id as Id<'saved-method'>)]);
}

/**
 * Says in which order methods are charged without asking, the default one first; what is not named is only charged by a press. Errors:
 * `not_found`.
 */
export async function putInTurn(
  tx: Tx,
  organization: Id<'organization'>,
  methods: readonly Id<'saved-method'>[],
): Promise<void> {
  const ids = [...new Set(methods)];
  const before = await tx.db
    .updateTable('payments.saved_methods')
    .set({ is_default: false, turn: null })
    .where('organization_id', '=', organization)
    .where('turn', 'is not', null)
    .returning('id')
    .execute();
  const { rows } = await sql<{ id: string }>`
    update payments.saved_methods m set turn = t.turn, is_default = t.turn = 1
    from unnest(${ids}::uuid[]) with ordinality as t (id, turn)
    where m.organization_id = ${organization} and m.id = t.id and m.removed_at is null returning m.id`.execute(
    tx.db,
  );
  if (rows.length !== ids.length) throw new Problem(notFound);
  const [first] = ids;
  const subject = (id: string) => ({ organizationId: organization, subject: { kind: 'saved-method', id } });
  if (first !== undefined) tx.emit(defaultMethodChosen, { ...subject(first), data: { methodId: first } });
  const of = first ?? before[0]?.id;
  if (of !== undefined) tx.emit(methodsPutInTurn, { ...subject(of), data: { methodIds: ids } });
}

/**
 * Removes a method at once for everybody here; its gateway is told to forget it by a reaction. No other method becomes the default
 * by itself: what is charged without asking is chosen by a person. Errors: `not_found`.
 */
export async function removeMethod(
  tx: Tx,
  organization: Id<'organization'>,
  method: Id<'saved-method'>,
): Promise<void> {
  const removed = await tx.db
    .updateTable('payments.saved_methods')
    .set({ removed_at: tx.now, is_default: false, turn: null })
    .where('organization_id', '=', organization)
    .where('id', '=', method)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (removed.numUpdatedRows === 0n) throw new Problem(notFound);
  tx.emit(methodRemoved, {
    organizationId: organization,
    subject: { kind: 'saved-method', id: method },
    data: { methodId: method },
  });
}
