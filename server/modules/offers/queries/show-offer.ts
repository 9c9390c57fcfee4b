import { sql } from 'kysely';
import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';
import { findTerms } from '../../orders/index.ts';
import type { MyOffers, Offer, OfferLine, Shown, StaffOffer } from '../contract.ts';
import type { OfferState } from '../domain/offer-states.ts';
import type { Prospect } from '../offer.ts';
import { answerOffers } from '../permissions.ts';
import { priceOffer } from '../price-offer.ts';
import { offerRules } from '../settings.ts';

/** An offer as its organization sees it. Errors: `not_found`, also for drafts. */
export async function showOffer(db: Db, by: Membership, id: Id<'offer'>, now: Date): Promise<Offer> {
  const which = sql`o.organization_id = ${by.id} and o.id = ${id} and o.state <> 'draft'`;
  return answerable(db, which, now, mayAsMember(answerOffers, by));
}

/** One that was sent, as whoever holds its link sees it. Needs to see everything. Errors: `not_found`. */
export async function showSent(db: Db, id: Id<'offer'>, now: Date): Promise<Offer> {
  return answerable(db, sql`o.id = ${id} and o.state <> 'draft'`, now, true);
}

async function answerable(
  db: Db,
  which: ReturnType<typeof sql>,
  now: Date,
  mayAnswer: boolean,
): Promise<Offer> {
  const row = await find(db, which);
  const [terms, today] = await Promise.all([findTerms(db), todayOf(db, now)]);
  const open: Ability =
    row.state !== 'sent' || row.valid_until < today
      ? { no: row.state === 'sent' ? 'offer_expired' : `offer_${row.state}` }
      : mayAnswer
        ? true
        : { no: 'your_role' };
  return {
    ...common(row),
    shown: shownOf(row.shown!),
    termsVersion: terms?.version ?? null,
    can: { accept: open, decline: open },
  };
}

/** One as staff see it, a draft at the prices of now. Needs to see everything. Errors: `not_found`. */
export async function showOfferForStaff(db: Db, id: Id<'offer'>, now: Date): Promise<StaffOffer> {
  const row = await find(db, sql`o.id = ${id}`, staffColumns);
  const draft = row.state === 'draft';
  const sent = row.state === 'sent';
  const said: Ability = draft ? true : { no: `offer_${row.state}` };
  return {
    ...common(row),
    ...whomOf(row),
    currency: row.currency,
    lines: row.lines.map((line) => (line.kind === 'plan' ? { ...line, term: line.term ?? 'plan' } : line)),
    shown: row.shown ? shownOf(row.shown) : await priceNow(db, row, now),
    writtenBy: row.written_by,
    revises: row.revises,
    can: {
      edit: said,
      send: said,
      withdraw: sent ? true : { no: `offer_${row.state}` },
      revise: ['draft', 'accepted', 'replaced'].includes(row.state) ? { no: `offer_${row.state}` } : true,
    },
  };
}

/** What was sent to the reader's own proven address and no organization has taken yet. Needs to see everything. */
export async function listMine(db: Db, session: Session): Promise<MyOffers> {
  const { rows } = await sql<Row>`
    select ${columns} from offers.offers o ${joins}
    join identity.people p on p.email = lower(o.prospect ->> 'email')
    where p.id = ${session.person.id} and p.email_verified_at is not null and o.organization_id is null and o.state = 'sent'
    order by o.id desc limit 50`.execute(db);
  const into = session.organizations
    .filter((one) => mayAsMember(answerOffers, one))
    .map(({ id, name }) => ({ id, name }));
  return { items: rows.map((row) => ({ ...listed(row), into })) };
}

/** What was sent before offers had terms has none. */
function shownOf(shown: Shown): Shown {
  return { ...shown, terms: shown.terms ?? [] };
}

/** Null where it cannot be priced any more. */
async function priceNow(db: Db, row: Row, at: Date): Promise<Shown | null> {
  const { id: offer, currency, lines, organization_id: organization } = row;
  try {
    return (await priceOffer(db, { offer, organization, currency, lines, at })).shown;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

export interface Row {
  id: string;
  organization_id: Id<'organization'> | null;
  client: string | null;
  prospect: Prospect | null;
  number: string | null;
  revision: number;
  revises: string | null;
  state: OfferState;
  currency: Currency;
  title: string;
  introduction: string;
  terms: string;
  valid_until: CalendarDate;
  lines: OfferLine[];
  total: bigint;
  shown: Shown | null;
  written_by: string;
  sent_at: Date | null;
  answered_at: Date | null;
  signature: string;
  reason: string;
  order_id: string | null;
  invoice_id: string | null;
  version: number;
}

export const columns = sql`o.id, o.organization_id, g.name as client, o.prospect, o.number, o.revision, o.state, o.currency, o.title,
  o.valid_until, o.total, o.sent_at`;
export const joins = sql`left join organizations.organizations g on g.id = o.organization_id`;

/** What is the staff's business: the portal's role may not read it. */
const staffColumns = sql`, o.lines, o.revises,
  (select p.name from identity.people p where p.id = o.written_by) as written_by`;

async function find(db: Db, which: ReturnType<typeof sql>, more = sql``): Promise<Row> {
  const { rows } = await sql<Row>`
    select ${columns}, o.introduction, o.terms, o.shown, o.answered_at, o.signature, o.reason, o.order_id, o.invoice_id, o.version ${more}
    from offers.offers o ${joins} where ${which}`.execute(db);
  if (!rows[0]) throw new Problem(notFound);
  return rows[0];
}

export function listed(row: Row) {
  return {
    id: row.id,
    number: row.number,
    revision: row.revision,
    state: row.state,
    title: row.title,
    total: { amount: Number(row.total), currency: row.currency },
    validUntil: row.valid_until,
    sentAt: row.sent_at?.toISOString() ?? null,
  };
}

export function whomOf({ organization_id: id, client, prospect }: Row) {
  return { client: id && client !== null ? { id, name: client } : null, prospect };
}

function common(row: Row) {
  return {
    ...listed(row),
    introduction: row.introduction,
    terms: row.terms,
    answeredAt: row.answered_at?.toISOString() ?? null,
    signature: row.signature,
    reason: row.reason,
    orderId: row.order_id,
    invoiceId: row.invoice_id,
    version: row.version,
  };
}

async function todayOf(db: Db, now: Date): Promise<CalendarDate> {
  return dateIn((await readSetting(db, offerRules)).value.timeZone, now);
}
