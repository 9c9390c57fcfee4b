import type { Membership } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, startOfDay } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { reserveStock } from '../../catalog/index.ts';
import { todayOf } from '../../services/index.ts';
import type { ServiceKey } from '../../services/index.ts';
import { findAndLockChange, lockChange, termsToJson } from '../change.ts';
import type { Ending, LockedChange } from '../change.ts';
import { openQuote } from '../change-quote.ts';
import { changeAsked, leavingFeeWaived } from '../events.ts';
import { linesOut, shownOf } from '../preview-change.ts';
import type { PricedChange } from '../price-change.ts';
import { orderRules } from '../settings.ts';
import { askForChange } from '../tell-of-change.ts';
import { asQuoted } from './as-quoted.ts';
import { carryOut, giveUpChange } from './carry-out-change.ts';

export interface Making extends ServiceKey {
  quote: string;
  /** Who asks; null: staff, who have no limit. */
  person: { id: Id<'person'>; name: string } | null;
  limit: Membership['limit'];
  /** Why it ends. Quotes of an end are taken only with a reason, and others only without one. */
  ending?: Ending;
  /** Staff ask nothing for leaving early. */
  waive?: boolean;
}

/**
 * Does exactly what a quote showed, to the last unit: invoices it, and changes the service once that is paid; or changes it at once
 * where nothing is to pay; or agrees on it for the end of what is paid for. Needs a transaction that sees everything. Errors:
 * `not_found`, `quote_stale`, `out_of_stock`, `wrong_state` where another is under way.
 */
export async function makeChange(tx: Tx, input: Making): Promise<Id<'change'>> {
  const key = { organization: input.organization, service: input.service };
  const quoted = openQuote(tx.vault, key, input.quote);
  if (!quoted || (quoted.asked.what === 'end') !== (input.ending !== undefined)) throw new Problem(notFound);
  const open = await findAndLockChange(tx, { openOf: input.service });
  if (open && !input.ending) refuseIfWaiting(open);
  const asked = await asQuoted(tx, key, quoted, {
    limit: input.limit,
    actor: input.person ? 'client' : 'staff',
  });
  const priced = input.waive ? waived(asked) : asked;
  const { service, terms, when } = priced;
  const asks = shownOf(priced, input.limit).needsApproval;
  if (open && asks) refuseOpen(open);
  // Nothing is left to change in what ends.
  if (open && !terms) await giveUpChange(tx, open, 'service_ended');
  const counted = priced.stock > 0 && terms !== null && when === 'now';
  const taken = counted && (await reserveStock(tx, terms.planId as Id<'plan'>, priced.stock));

  const id = tx.newId<'change'>();
  const { value: rules } = await readSetting(tx.db, orderRules);
  const payBy = addDays(todayOf(service, tx.now), asks ? rules.approvalDays : rules.changeUnpaidDays);
  const waits = asks || (terms !== null && priced.total > 0n);
  await tx.db
    .insertInto('orders.changes')
    .values({
      organization_id: key.organization,
      id,
      service_id: key.service,
      state: asks ? 'awaiting_approval' : waits ? 'awaiting_payment' : 'scheduled',
      ends: terms === null,
      before: termsToJson(service),
      after: terms && termsToJson(terms),
      configuration: terms && JSON.stringify(terms.provisionerConfiguration),
      effective_on: priced.effectiveOn,
      begins_from: priced.begins?.from ?? null,
      begins_to: priced.begins?.to ?? null,
      lines: JSON.stringify(linesOut(priced)),
      currency: service.currency,
      total: priced.total,
      credit: priced.credit,
      stock_taken: taken ? priced.stock : 0,
      service_version: service.version,
      asked_by: input.person?.id ?? null,
      asked_at: tx.now,
      expires_at: waits ? startOfDay(addDays(payBy, 1), service.timeZone) : null,
      spending_limit: asks ? BigInt(input.limit!.amount) : null,
      end_reason: input.ending?.reason ?? null,
      end_note: input.ending?.note ?? '',
    })
    .execute();
  tx.emit(changeAsked, {
    organizationId: key.organization,
    subject: { kind: 'service', id: key.service },
    data: {
      changeId: id,
      ends: terms === null,
      on: priced.effectiveOn,
      total: Number(priced.total),
      credit: Number(priced.credit),
      currency: service.currency,
      awaitsApproval: asks,
    },
  });
  if (input.waive && asked.fee) {
    const data = {
      changeId: id,
      amount: Number(asked.fee.amount),
      currency: service.currency,
      why: input.ending?.note ?? '',
    };
    tx.emit(leavingFeeWaived, {
      organizationId: key.organization,
      subject: { kind: 'service', id: key.service },
      data,
    });
  }
  if (asks) await askForChange(tx, { ...key, id, person: input.person!, priced });
  else await carryOut(tx, await lockChange(tx, key.organization, id), { ...priced, ending: input.ending });
  return id;
}

/** A change that waits for its decision is in the way of another; what else is under way is found where it is priced. */
function refuseIfWaiting(open: LockedChange): void {
  if (open.state === 'awaiting_approval') refuseOpen(open);
}

function refuseOpen({ state }: LockedChange): never {
  const reason =
    state === 'awaiting_approval'
      ? 'awaits_approval'
      : state === 'scheduled'
        ? 'change_scheduled'
        : 'change_under_way';
  throw new Problem(wrongState, { facts: { reason } });
}

/** The same without what leaving early costs. */
function waived(priced: PricedChange): PricedChange {
  return { ...priced, lines: priced.lines.filter(({ rule }) => rule !== 'leaving'), total: 0n, fee: null };
}
