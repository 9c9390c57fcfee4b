import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';

export interface ChargeKey {
  organization: Id<'organization'>;
  invoice: Id<'invoice'>;
}

/**
 * Why an invoice is not charged by itself (any more). `by_hand`: its payer does not want it. `turned_off`: the business does not.
 * `suspended`: what it pays for is held or ended, so that a person decides. `disputed`:
 * its payment is disputed at a bank, or the client does not agree with it.
 */
export const whyNotCharged = [
  'no_method',
  'needs_customer',
  'used_up',
  'by_hand',
  'turned_off',
  'suspended',
  'disputed',
] as const;
export type WhyNotCharged = (typeof whyNotCharged)[number];

/** What becomes of an invoice that is to be paid without asking. */
export type Charge =
  | { state: 'planned'; at: Date; method: Id<'saved-method'> }
  /** Somebody pays, or says to have paid: looked at again at `lookAt`. */
  | { state: 'underway'; lookAt: Date }
  | { state: 'stopped'; why: WhyNotCharged }
  /** Nothing is owed on it. */
  | { state: 'over' };

export interface Kept {
  state: Charge['state'];
  why: string | null;
  at: Date | null;
  /** The failed try that its payers have heard of. */
  toldOf: string | null;
}

/** Takes the plan of an invoice, making it where there is none. Take it before attempts. */
export async function lockCharge(tx: Tx, { organization, invoice }: ChargeKey): Promise<Kept> {
  const { rows } = await sql<Kept>`
    insert into payments.automatic_charges (organization_id, invoice_id, state, look_at, changed_at)
    values (${organization}, ${invoice}, 'underway', ${tx.now}, ${tx.now})
    on conflict (organization_id, invoice_id) do update set invoice_id = excluded.invoice_id
    returning state, why, next_at as at, told_of as "toldOf"`.execute(tx.db);
  return rows[0]!;
}

export async function writeCharge(
  tx: Tx,
  { organization, invoice }: ChargeKey,
  charge: Charge,
  toldOf: string | null,
): Promise<void> {
  const planned = charge.state === 'planned' ? charge : null;
  await tx.db
    .updateTable('payments.automatic_charges')
    .set({
      state: charge.state,
      why: charge.state === 'stopped' ? charge.why : null,
      next_at: planned?.at ?? null,
      next_method_id: planned?.method ?? null,
      look_at: charge.state === 'underway' ? charge.lookAt : (planned?.at ?? null),
      told_of: toldOf,
      changed_at: tx.now,
    })
    .where('organization_id', '=', organization)
    .where('invoice_id', '=', invoice)
    .execute();
}
