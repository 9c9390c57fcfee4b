import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import type { Money } from '../../../kernel/values/money.ts';
import { depositTerms } from '../../billing/index.ts';
import { attemptOf, attemptQuery, insertAttempt } from '../attempt-row.ts';
import type { Attempt } from '../attempt-row.ts';
import { methodUnavailable } from '../contract.ts';
import * as deposits from '../deposit-contract.ts';
import { openStatuses } from '../domain/asking.ts';
import { mayPayWith } from '../queries/methods.ts';
import { beginAtGateway } from './begin-at-gateway.ts';
import { chargeSaved } from './charge-saved.ts';
import { chooseWay, clearTheWay, isWaitingFor } from './start-payment.ts';
import type { Starting } from './start-payment.ts';

export type StartingDeposit = Omit<Starting, 'invoices' | 'amount'> & { amount: bigint };

/**
 * Begins to add to the client's credit, in its own currency, and returns the attempt, whatever became of it at once. As with an invoice
 * there is one at a time: the same asked again is the same attempt, and another takes its place. `ctx` sees everything. Errors:
 * `deposit_not_offered`, `deposit_too_small`, `deposit_too_large`, `method_unavailable`, `payment_in_progress`.
 */
export async function startDeposit(ctx: Ctx, starting: StartingDeposit): Promise<Id<'attempt'>> {
  const { organization, how, payer } = starting;
  const { sum, open, chosen } = await ctx.read(async (db) => {
    const [asked, waiting, way] = await Promise.all([
      assertRoom(db, organization, starting.amount),
      findOpenDeposit(db, organization),
      chooseWay(ctx, db, organization, how),
    ]);
    return { sum: asked, open: waiting, chosen: way };
  });
  if (open && isWaitingFor(open, how, sum, ctx.clock.now())) return open.id;
  if (mayPayWith(chosen.method, sum) !== true) throw new Problem(methodUnavailable);
  if (open) await clearTheWay(ctx, open);

  const attempt = await ctx.transact(async (tx) => {
    await assertRoom(tx.db, organization, starting.amount);
    return insertAttempt(tx, {
      id: tx.newId(),
      organization,
      purpose: 'deposit',
      gateway: chosen.gateway.name,
      method: chosen.method.id,
      save: 'save' in how && how.save,
      savedMethod: chosen.saved?.id ?? null,
      ...sum,
      paidWith: chosen.saved?.label ?? chosen.label[payer.locale],
      expiresAt: new Date(tx.now.getTime() + chosen.method.lifetime.usual * 1000),
      startedBy: payer.id,
      invoices: [],
    });
  });
  const description = payer.locale === 'id' ? 'Isi saldo kredit' : 'Add to credit';
  if (chosen.saved) await chargeSaved(ctx, attempt, chosen.saved, description, payer);
  else await beginAtGateway(ctx, attempt, { ...starting, description });
  return attempt.id;
}

/** Errors: `deposit_not_offered`, `deposit_too_small`, `deposit_too_large`. */
export async function assertRoom(db: Db, organization: Id<'organization'>, amount: bigint): Promise<Money> {
  const { currency, terms } = await depositTerms(db, organization);
  if (!terms) throw new Problem(deposits.depositNotOffered);
  if (amount < terms.min) throw new Problem(deposits.depositTooSmall);
  if (amount > terms.room) throw new Problem(deposits.depositTooLarge);
  return money(amount, currency);
}

async function findOpenDeposit(db: Db, organization: Id<'organization'>): Promise<Attempt | null> {
  const row = await attemptQuery(db)
    .where('a.organization_id', '=', organization)
    .where('a.purpose', '=', 'deposit')
    .where('a.status', 'in', [...openStatuses])
    .executeTakeFirst();
  return row ? attemptOf(row) : null;
}
