import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { AttemptView } from '../contract.ts';
import { attemptAbilities } from '../domain/abilities.ts';
import type { StoredStep } from '../next-step.ts';
import { drawQr } from '../qr-code.ts';
import { attemptFields } from './attempt-json.ts';

type Shared = Omit<AttemptView, 'next' | 'failure' | 'can'>;

/** One attempt as its organization sees it. Errors: `not_found`. */
export async function showAttempt(
  db: Db,
  organization: Id<'organization'>,
  attempt: Id<'attempt'>,
  now: Date,
): Promise<AttemptView> {
  const found = await show(db, now, sql`a.organization_id = ${organization} and a.id = ${attempt}`);
  if (!found) throw new Problem(notFound);
  return found;
}

/** The attempt that may still take money for an invoice, if there is one. */
export function showOpenAttempt(
  db: Db,
  organization: Id<'organization'>,
  invoice: Id<'invoice'>,
  now: Date,
): Promise<AttemptView | null> {
  return show(
    db,
    now,
    sql`a.organization_id = ${organization} and a.id = (select x.attempt_id from payments.attempt_invoices x
      where x.organization_id = ${organization} and x.invoice_id = ${invoice} and x.open)`,
  );
}

async function show(db: Db, now: Date, where: RawBuilder<unknown>): Promise<AttemptView | null> {
  const { rows } = await sql<{
    shared: Shared;
    next: StoredStep | null;
    class: 'retry' | 'needs_customer' | 'never' | null;
  }>`
    select json_build_object(${attemptFields}) as shared, a.next, a.failure_class as class
    from payments.attempts a where ${where}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const { shared } = row;
  const known = { state: { status: shared.status }, startedAt: new Date(shared.startedAt) };
  const isWaiting = shared.status === 'requires_action' && new Date(shared.expiresAt) > now;
  return {
    ...shared,
    next: isWaiting && row.next ? shown(row.next) : null,
    failure: row.class && { class: row.class },
    can: attemptAbilities(known, now),
  };
}

function shown(step: StoredStep): AttemptView['next'] {
  return step.kind === 'qr' ? { ...step, ...drawQr(step.payload) } : step;
}
