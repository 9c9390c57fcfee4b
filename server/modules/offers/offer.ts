import type { Tx } from '../../kernel/db/tx.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import type { OfferLine, Shown } from './contract.ts';
import type { OfferState } from './domain/offer-states.ts';

export interface Prospect {
  name: string;
  email: string;
  locale: 'id' | 'en';
}

/** An offer whose row this transaction holds. */
export interface LockedOffer {
  id: Id<'offer'>;
  organization: Id<'organization'> | null;
  prospect: Prospect | null;
  number: string | null;
  revision: number;
  revises: Id<'offer'> | null;
  state: OfferState;
  currency: Currency;
  title: string;
  introduction: string;
  terms: string;
  validUntil: CalendarDate;
  lines: OfferLine[];
  total: bigint;
  shown: Shown | null;
  agreed: unknown;
  /** The mailed link, sealed; null where whoever answers has an account. */
  link: string | null;
  writtenBy: Id<'person'>;
  remindedAt: Date | null;
  version: number;
}

/** `organization` given: only one that was sent to it. Lock order: the offer, then what an order locks. Errors: `not_found`. */
export async function lockOffer(
  tx: Tx,
  id: Id<'offer'>,
  organization?: Id<'organization'>,
): Promise<LockedOffer> {
  const row = await tx.db
    .selectFrom('offers.offers')
    .selectAll()
    .where('id', '=', id)
    .$if(organization !== undefined, (query) =>
      query.where('organization_id', '=', organization!).where('state', '<>', 'draft'),
    )
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return {
    id: row.id as Id<'offer'>,
    organization: row.organization_id as Id<'organization'> | null,
    prospect: row.prospect as Prospect | null,
    number: row.number,
    revision: row.revision,
    revises: row.revises as Id<'offer'> | null,
    state: row.state as OfferState,
    currency: row.currency as Currency,
    title: row.title,
    introduction: row.introduction,
    terms: row.terms,
    validUntil: row.valid_until,
    lines: row.lines as unknown as OfferLine[],
    total: row.total,
    shown: row.shown as Shown | null,
    agreed: row.agreed,
    link: row.link,
    writtenBy: row.written_by as Id<'person'>,
    remindedAt: row.reminded_at,
    version: row.version,
  };
}

/** What a fact about an offer names. */
export function about({ id, organization }: Pick<LockedOffer, 'id' | 'organization'>) {
  return { organizationId: organization, subject: { kind: 'offer', id } };
}
