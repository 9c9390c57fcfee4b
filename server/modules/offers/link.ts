import { sql } from 'kysely';
import { hashToken, randomToken } from '../../kernel/crypto.ts';
import type { Vault } from '../../kernel/crypto.ts';
import type { Db } from '../../kernel/db/types.ts';
import { readSetting } from '../../kernel/settings.ts';
import { addDays, dateIn } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import type { Offer } from './contract.ts';
import { agreedFromJson } from './agreed-json.ts';
import type { Prospect } from './offer.ts';
import { showSent } from './queries/show-offer.ts';
import { offerRules } from './settings.ts';

const sealedAs = (offer: string) => `offers.offers:${offer}`;

/** A link for somebody without an account, as it is kept. */
export function newLink(vault: Vault, offer: Id<'offer'>) {
  const token = randomToken();
  return { link_hash: hashToken(token), link: vault.seal(sealedAs(offer), token) };
}

/** Where the link leads. Behind the '#', which browsers never send to a server. */
export function pathOf(vault: Vault, { id, link }: { id: Id<'offer'>; link: string }): string {
  return `/offer#token=${vault.open(sealedAs(id), link)}`;
}

/** An offer as whoever holds its link sees it. */
export interface LinkedOffer {
  id: Id<'offer'>;
  /** A guest's; null until it is answered by somebody new. */
  organization: Id<'organization'> | null;
  whom: Prospect;
  currency: Currency;
  offer: Offer;
  /** Free words alone, what costs nothing at first, and what is not sold to guests take an account. */
  needsAccount: boolean;
}

/** Days after its last one on which an offer can still be read. */
const readableDays = 90;

/**
 * The offer of a mailed link; null where there is none, any more, or where it is in an account by now. Needs to see everything.
 */
export async function findLinked(db: Db, token: string, now: Date): Promise<LinkedOffer | null> {
  const { rows } = await sql<{
    id: Id<'offer'>;
    organization: Id<'organization'> | null;
    whom: Prospect;
    agreed: unknown;
  }>`
    select o.id, o.organization_id as organization, o.agreed,
      coalesce(o.prospect, json_build_object('name', g.name, 'email', g.billing_email, 'locale', g.locale)::jsonb) as whom
    from offers.offers o left join organizations.organizations g on g.id = o.organization_id
    where o.link_hash = ${hashToken(token)} and (o.organization_id is null or g.kind = 'guest')`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const offer = await showSent(db, row.id, now);
  const { value: rules } = await readSetting(db, offerRules);
  if (addDays(offer.validUntil as never, readableDays) < dateIn(rules.timeZone, now)) return null;
  const { plans } = agreedFromJson(row.agreed);
  return {
    id: row.id,
    organization: row.organization,
    whom: row.whom,
    currency: offer.total.currency as Currency,
    offer,
    needsAccount:
      plans.length === 0 || offer.total.amount === 0 || plans.some(({ plan }) => plan.needsAccount),
  };
}
