import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/**
 * Whether a bank is taking a payment back, of the table that is named. Not while it only asks: giving the money back then is how an
 * inquiry ends. What was lost counts in `receipts.disputed`.
 */
export const isUnderDispute = (payment: string): RawBuilder<boolean> =>
  sql.raw(`exists (select from payments.disputes u where u.organization_id = ${payment}.organization_id and u.payment_id = ${payment}.id
    and (u.state in ('needs_response', 'under_review') or (u.state = 'won' and u.returned < u.withdrawn)))`);
