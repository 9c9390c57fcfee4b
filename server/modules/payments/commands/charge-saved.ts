import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Attempt } from '../attempt-row.ts';
import type { MethodKind, Payer } from '../gateway.ts';
import { callGateway } from './call-gateway.ts';
import { tokenOf } from './keep-method.ts';

export interface UsableMethod {
  id: Id<'saved-method'>;
  gateway: string;
  kind: MethodKind;
  token: string;
  /** 'Visa •••• 4242' */
  label: string;
}

/** A method that is kept and not removed. Needs a `db` that sees everything. */
export async function findSavedMethod(
  { vault }: Pick<Ctx, 'vault'>,
  db: Db,
  organization: Id<'organization'>,
  method: Id<'saved-method'>,
): Promise<UsableMethod | null> {
  const row = await db
    .selectFrom('payments.saved_methods')
    .select(['id', 'gateway', 'kind', 'token', 'brand', 'last4'])
    .where('organization_id', '=', organization)
    .where('id', '=', method)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const id = row.id as Id<'saved-method'>;
  const token = vault.open(tokenOf(id), row.token!);
  return {
    id,
    gateway: row.gateway,
    kind: row.kind as MethodKind,
    token,
    label: `${row.brand} •••• ${row.last4}`,
  };
}

/** Charges a saved method for an attempt that was stored before, without the payer. */
export async function chargeSaved(
  ctx: Ctx,
  attempt: Attempt,
  method: UsableMethod,
  description: string,
  { name, email }: Payer,
): Promise<void> {
  const { id, state } = attempt;
  await callGateway(ctx, attempt, (gateway) =>
    gateway.chargeSaved!({
      attemptId: id,
      amount: state.amount,
      currency: state.currency,
      token: method.token,
      description,
      payer: { name, email },
      now: ctx.clock.now(),
    }),
  );
}
