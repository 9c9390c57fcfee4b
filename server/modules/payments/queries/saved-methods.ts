import type { Ports } from '../../../kernel/ports.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { findOrganization } from '../../organizations/index.ts';
import type { MethodList, SavedMethodView } from '../contract.ts';
import { offered } from '../settings.ts';
import { addableMethods, methodView } from './methods.ts';

const soonDays = 30;

/** The methods an organization has kept, in turn, the default one first. */
export async function listSavedMethods(
  db: Db,
  organization: Id<'organization'>,
  now: Date,
): Promise<SavedMethodView[]> {
  const rows = await db
    .selectFrom('payments.saved_methods')
    .select((eb) => [
      'id',
      'gateway',
      'kind',
      'brand',
      'last4',
      'expires_on',
      'is_default',
      'added_at',
      'turn',
      eb('refused_at', 'is not', null).as('refused'),
    ])
    .where('organization_id', '=', organization)
    .where('removed_at', 'is', null)
    .orderBy('is_default', 'desc')
    .orderBy('turn', (order) => order.asc().nullsLast())
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  const today = dateIn('UTC', now);
  const hasDefault = rows.some((row) => row.is_default);
  return rows.map((row, index) => ({
    id: row.id,
    gateway: row.gateway,
    kind: row.kind as SavedMethodView['kind'],
    brand: row.brand,
    last4: row.last4,
    expiresOn: row.expires_on,
    expiry: expiryOf(row.expires_on, today),
    isDefault: row.is_default,
    turn: hasDefault && row.turn !== null ? index + 1 : null,
    isRefused: row.refused === true,
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
  const [items, { value: shown }, { currency }] = await Promise.all([
    listSavedMethods(db, organization, now),
    readSetting(db, offered),
    findOrganization(db, organization),
  ]);
  const addable = addableMethods(ports, shown, currency as Currency);
  return { items, addable: addable.map((one) => methodView(one, true)) };
}
