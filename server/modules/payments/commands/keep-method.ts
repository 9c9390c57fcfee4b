import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { hashToken } from '../../../kernel/crypto.ts';
import { date, endOfMonth } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Attempt } from '../attempt-row.ts';
import { methodRenewed, methodSaved } from '../events.ts';
import type { SavedMethod } from '../gateway.ts';

/** What a sealed token belongs to. */
export const tokenOf = (method: Id<'saved-method'>) => `payments.saved_methods:${method}`;

/** Keeps the method that an attempt was paid with, once per token: last in turn. The first one of an organization becomes its default. */
export async function keepMethod(tx: Tx, attempt: Attempt, method: SavedMethod): Promise<void> {
  const { organization, gateway } = attempt;
  const id = tx.newId<'saved-method'>();
  // Another card saved at the same moment may have become the default first.
  if (!(await insert(tx, id, attempt, method, true)) && !(await insert(tx, id, attempt, method, false)))
    return;
  tx.emit(methodSaved, {
    organizationId: organization,
    subject: { kind: 'saved-method', id },
    data: { methodId: id, gateway },
  });
}

/** False when the token is kept already, or there is another default. */
async function insert(
  tx: Tx,
  id: Id<'saved-method'>,
  { id: attempt, organization, gateway, startedBy }: Attempt,
  method: SavedMethod,
  mayBeDefault: boolean,
): Promise<boolean> {
  const added = await tx.db
    .insertInto('payments.saved_methods')
    .values({
      organization_id: organization,
      id,
      gateway,
      token: tx.vault.seal(tokenOf(id), method.token),
      token_hash: hashToken(method.token),
      kind: method.kind,
      brand: method.brand,
      last4: method.last4,
      expires_on: lastDay(method),
      is_default: sql<boolean>`${mayBeDefault} and not exists (
        select from payments.saved_methods where organization_id = ${organization} and is_default)`,
      turn: sql<number>`(select coalesce(max(turn), 0) + 1 from payments.saved_methods where organization_id = ${organization})`,
      attempt_id: attempt,
      added_by: startedBy,
      added_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** The bank replaced the card, or its date, behind a token we keep. False when we do not keep it. */
export async function renewMethod(tx: Tx, gateway: string, method: SavedMethod): Promise<boolean> {
  const renewed = await tx.db
    .updateTable('payments.saved_methods')
    .set({
      brand: method.brand,
      last4: method.last4,
      expires_on: lastDay(method),
      renewed_at: tx.now,
      refused_at: null,
    })
    .where('gateway', '=', gateway)
    .where('token_hash', '=', hashToken(method.token))
    .where('removed_at', 'is', null)
    .returning(['organization_id', 'id'])
    .executeTakeFirst();
  if (!renewed) return false;
  tx.emit(methodRenewed, {
    organizationId: renewed.organization_id as Id<'organization'>,
    subject: { kind: 'saved-method', id: renewed.id },
    data: { methodId: renewed.id },
  });
  return true;
}

function lastDay({ expires }: SavedMethod): CalendarDate | null {
  if (!expires) return null;
  return endOfMonth(date(`${expires.year}-${String(expires.month).padStart(2, '0')}-01`));
}
