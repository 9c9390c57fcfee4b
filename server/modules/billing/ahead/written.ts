import { brand } from '../../../kernel/brand.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Reader } from '../../../kernel/messages.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findReaders } from '../../identity/index.ts';
import { findMembersWhoMay, findOrganization } from '../../organizations/index.ts';
import { toNumber } from '../invoice-row.ts';
import { useCredit } from '../permissions.ts';
import { writtenAt } from '../step-messages.ts';
import type { Written } from '../step-messages.ts';
import type { Happening } from './happening.ts';

/** Whoever of a client would read first what is written about its money. Errors: `not_found`. */
export async function readerOf(db: Db, organization: Id<'organization'>): Promise<Reader> {
  const [people, { value }, { name, locale, timeZone }] = await Promise.all([
    findMembersWhoMay(db, organization, useCredit),
    readSetting(db, brand),
    findOrganization(db, organization),
  ]);
  const [first] = await findReaders(db, people);
  return {
    name: first?.name ?? name,
    locale: first?.locale ?? locale,
    timeZone: first?.time_zone ?? timeZone,
    brandName: value.name,
    tone: first?.tone ?? 'personal',
  };
}

/** What each of them writes to a client; nothing where it is no step of collection. */
export function writtenFor(happenings: readonly Happening[], reader: Reader): Written[][] {
  const holds = new Map<string, Happening>();
  for (const each of happenings)
    if (each.kind === 'suspend' && !holds.has(each.invoice!.key)) holds.set(each.invoice!.key, each);
  return happenings.map(({ on, invoice, amount, currency, services, facts: { step, dueOn }, kind }) => {
    if (!step || kind === 'waits' || !dueOn) return [];
    const hold = holds.get(invoice!.key);
    const sum = { amount: toNumber(amount ?? 0n), currency: currency ?? '' };
    return writtenAt(step, {
      about: {
        number: invoice!.number ?? '',
        title: { ...invoice!.names },
        total: sum,
        balance: sum,
        document: 'issued',
        dueOn,
        path: '/',
      },
      suspendOn: hold && hold.on > on ? hold.on : null,
      services,
      reader,
    });
  });
}
