import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSettings } from '../../../kernel/settings.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { money } from '../../../kernel/values/money.ts';
import { findOrganization } from '../../organizations/index.ts';
import { book, lockCredit } from '../book.ts';
import { creditTerms } from '../credit-settings.ts';
import { goodwillGiven } from '../domain/ledger.ts';
import { creditAdded } from '../events.ts';
import type { Goodwill } from '../goodwill.ts';
import { toNumber } from '../invoice-row.ts';
import { tellOfGoodwill } from '../lot-tellings.ts';
import { goodwillLimit, goodwillTooShort } from '../lot-contract.ts';
import { invoicing } from '../settings.ts';
import { goodwillRoom } from '../queries/credit.ts';
import { useCredit } from './apply-credit.ts';

/**
 * Staff give a client credit, at the business's cost, within the limit for one client. The client is told, with the last day where there
 * is one. Needs a transaction that sees everything. Errors: `not_found`, `goodwill_limit`, `goodwill_too_short`.
 */
export async function giveGoodwill(tx: Tx, given: Goodwill): Promise<void> {
  const { organization, currency, amount, reason, expiresOn, by } = given;
  const [{ timeZone }, [{ goodwill }, { creditAutomatically }]] = await Promise.all([
    findOrganization(tx.db, organization),
    readSettings(tx.db, creditTerms, invoicing),
  ]);
  const today = dateIn(timeZone, tx.now);
  if (expiresOn !== null && (expiresOn < addDays(today, 7) || expiresOn > addDays(today, 3653)))
    throw new Problem(goodwillTooShort);
  // Its head makes those who give take turns, so that the limit holds for all of them together.
  await sql`
    insert into billing.balances (organization_id, currency, receivable, credit, entries, booked_on)
    values (${organization}, ${currency}, 0, 0, 0, ${today}) on conflict do nothing`.execute(tx.db);
  await lockCredit(tx, organization, currency);
  if (amount > (await goodwillRoom(tx.db, { organization, currency, goodwill, now: tx.now })))
    throw new Problem(goodwillLimit);
  const isReminded = expiresOn !== null && expiresOn <= addDays(today, goodwill.remindDays);
  await book(tx, {
    organization,
    currency,
    kind: 'goodwill_given',
    invoice: null,
    receipt: null,
    entry: goodwillGiven({ organizationId: organization, amount: money(amount, currency) }),
    credit: { lot: { source: 'goodwill', reason, givenBy: by, expiresOn, isReminded } },
  });
  tx.emit(creditAdded, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { amount: toNumber(amount), currency, why: 'goodwill' },
  });
  await tellOfGoodwill(tx, given);
  if (creditAutomatically) tx.enqueue(useCredit, { organization, currency });
}
