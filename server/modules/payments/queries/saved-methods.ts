import type { Ports } from '../../../kernel/ports.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { findOrganization } from '../../organizations/index.ts';
import type { MethodList, SavedMethodView } from '../contract.ts';
import { automaticPayment, offered } from '../settings.ts';
import { addableMethods, methodView } from './methods.ts';

const soonDays = 30;

/** The methods an organization has kept, the default one first. */
export async function listSavedMethods(
  db: Db,
  organization: Id<'organization'>,
  now: Date,
): Promise<SavedMethodView[]> {
  const rows = await db
    .selectFrom('payments.saved_methods')
    .select(['id', 'gateway', 'kind', 'brand', 'last4', 'expires_on', 'is_default', 'added_at'])
    .where('organization_id', '=', organization)
    .where('removed_at', 'is', null)
    .orderBy('is_default', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  const today = dateIn('UTC', now);
  return rows.map((row) => ({
    id: row.id,
    gateway: row.gateway,
    kind: row.kind as SavedMethodView['kind'],
    brand: row.brand,
    last4: row.last4,
    expiresOn: row.expires_on,
    expiry: expiryOf(row.expires_on, today),
    isDefault: row.is_default,
    addedAt: row.added_at.toISOString(),
  }));
}

function expiryOf(expiresOn: CalendarDate | null, today: CalendarDate): SavedMethodView['expiry'] {
  if (expiresOn === null) return 'never';
  if (expiresOn < today) return 'past';
  return expiresOn <= addDays(today, soonDays) ? 'soon' : 'later';
}

/** What the page of payment methods shows: those that are kept and the ways to add one. */
export async function showMethods(
  db: Db,
  ports: Pick<Ports, 'gateways'>,
  organization: Id<'organization'>,
  now: Date,
): Promise<MethodList> {
  const [items, { value: shown }, { value: automatic }, { currency }] = await Promise.all([
    listSavedMethods(db, organization, now),
    readSetting(db, offered),
    readSetting(db, automaticPayment),
    findOrganization(db, organization),
  ]);
  const addable = addableMethods(ports, shown, currency as Currency);
  return { items, addable: addable.map((one) => methodView(one, true)), automatic: automatic.renewals };
}
