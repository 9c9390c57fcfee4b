import type { Tx } from '../../kernel/db/tx.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { money, toJson } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { findMembersWhoMay, findOrganization } from '../organizations/index.ts';
import type { Goodwill } from './goodwill.ts';
import { creditExpires, goodwillReceived } from './credit-messages.ts';
import { useCredit } from './permissions.ts';

/** Tells those who look after the organization's money that it was given credit. */
export async function tellOfGoodwill(
  tx: Tx,
  { organization, currency, amount, reason, expiresOn }: Goodwill,
): Promise<void> {
  const { slug } = await findOrganization(tx.db, organization);
  const occurrence = tx.newId();
  const data = { amount: toJson(money(amount, currency)), reason, expiresOn, path: pathOf(slug, currency) };
  for (const person of await findMembersWhoMay(tx.db, organization, useCredit))
    tx.tell(goodwillReceived, { to: { person }, organizationId: organization, occurrence, data });
}

/** Tells them that what is left of it can be used until a day that is near. */
export async function tellOfExpiring(
  tx: Tx,
  told: {
    organization: Id<'organization'>;
    currency: Currency;
    lot: bigint;
    amount: bigint;
    expiresOn: CalendarDate;
  },
): Promise<void> {
  const { organization, currency, lot, amount, expiresOn } = told;
  const { slug } = await findOrganization(tx.db, organization);
  const data = { amount: toJson(money(amount, currency)), expiresOn, path: pathOf(slug, currency) };
  for (const person of await findMembersWhoMay(tx.db, organization, useCredit))
    tx.tell(creditExpires, {
      to: { person },
      organizationId: organization,
      occurrence: `${organization} ${currency} ${lot}`,
      data,
    });
}

const pathOf = (slug: string, currency: Currency) => `/o/${slug}/invoices/credit?currency=${currency}`;
