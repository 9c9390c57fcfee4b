import type { Tx } from '../../../kernel/db/tx.ts';
import type { MeteredCharge } from '../domain/metered.ts';
import { recurringOf } from '../domain/tiers.ts';
import type { Tiers } from '../domain/tiers.ts';
import type { Cycle } from '../domain/cycles.ts';

export interface NewPrice {
  currency: string;
  cycle: Cycle;
  recurring: number;
  setup: number;
  tiers?: Tiers | undefined;
  charges?: readonly MeteredCharge[] | undefined;
}

type Item = { plan_id: string } | { addon_id: string };
type Known = Awaited<ReturnType<typeof findLasting>>[number];

/**
 * Makes these all the prices of a plan or add-on from now on: what differs becomes a new version, up to the version that was planned next.
 * What is not named is not sold any more. Services keep the version they were sold under. The item's row is locked.
 */
export async function setPrices(tx: Tx, item: Item, prices: readonly NewPrice[]): Promise<void> {
  const known = await findLasting(tx, item);
  const now = known.filter((price) => price.starts_at === null || price.starts_at <= tx.now);
  const same = (price: NewPrice, { recurring, setup, tiers, charges }: Known) =>
    recurring === oneUnit(price) &&
    setup === BigInt(price.setup) &&
    JSON.stringify(tiers) === JSON.stringify(tiersOf(price)) &&
    inOneOrder(charges ?? []) === inOneOrder(price.charges ?? []);
  const replaced = now.filter(
    (old) => !prices.some((price) => isOf(price, old) && same(price, tiersRead(old))),
  );
  for (const old of replaced) await endAt(tx, item, old, tx.now);
  const added = prices.filter((price) => !now.some((old) => isOf(price, old) && !replaced.includes(old)));
  for (const price of added) await addVersion(tx, item, { ...price, charges: price.charges ?? [] }, tx.now);
}

/**
 * Adds a version from an instant on; charges for use that are not named go on. It holds up to where the one it comes before begins; what was in force then ends there. Returns its number.
 * The item's row is locked.
 */
export async function addVersion(tx: Tx, item: Item, price: NewPrice, startsAt: Date): Promise<number> {
  const lasting = (await findLasting(tx, item)).filter((known) => isOf(price, known));
  const begun = lasting.find(
    ({ starts_at, ends_at }) =>
      (starts_at === null || starts_at <= startsAt) && (ends_at === null || ends_at > startsAt),
  );
  const later = lasting.flatMap(({ starts_at, ends_at }) =>
    starts_at && starts_at > startsAt && (ends_at === null || ends_at > starts_at) ? [starts_at] : [],
  );
  const endsAt = later.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  if (begun) await endAt(tx, item, begun, startsAt);
  const charges = price.charges ?? (begun?.charges as unknown as MeteredCharge[] | null) ?? [];
  const { version } = await tx.db
    .insertInto('catalog.prices')
    .columns([
      'plan_id',
      'addon_id',
      'currency',
      'cycle',
      'recurring',
      'setup',
      'tiers',
      'charges',
      'starts_at',
      'ends_at',
      'added_by',
      'version',
    ])
    .expression((eb) =>
      eb
        .selectFrom('catalog.prices')
        .select((of) => [
          of.val('plan_id' in item ? item.plan_id : null).as('plan_id'),
          of.val('addon_id' in item ? item.addon_id : null).as('addon_id'),
          of.val(price.currency).as('currency'),
          of.val(price.cycle).as('cycle'),
          of.val(oneUnit(price)).as('recurring'),
          of.val(BigInt(price.setup)).as('setup'),
          of.val(price.tiers ? JSON.stringify(tiersOf(price)) : null).as('tiers'),
          of.val(charges.length > 0 ? JSON.stringify(charges) : null).as('charges'),
          of.val(startsAt).as('starts_at'),
          of.val(endsAt).as('ends_at'),
          of.val(tx.actor.kind === 'person' ? tx.actor.session.person.id : null).as('added_by'),
          of.fn.coalesce(of(of.fn.max('version'), '+', 1), of.lit(1)).as('version'),
        ])
        .where('item_id', '=', idOf(item))
        .where('currency', '=', price.currency)
        .where('cycle', '=', price.cycle),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Versions that are in force or going to be. */
function findLasting(tx: Tx, item: Item) {
  return tx.db
    .selectFrom('catalog.prices')
    .select([
      'currency',
      'cycle',
      'version',
      'recurring',
      'setup',
      'tiers',
      'charges',
      'starts_at',
      'ends_at',
    ])
    .where('item_id', '=', idOf(item))
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', tx.now)]))
    .execute();
}

async function endAt(tx: Tx, item: Item, { currency, cycle, version }: Known, at: Date): Promise<void> {
  await tx.db
    .updateTable('catalog.prices')
    .set({ ends_at: at })
    .where('item_id', '=', idOf(item))
    .where('currency', '=', currency)
    .where('cycle', '=', cycle)
    .where('version', '=', version)
    .execute();
}

/** Tiers with their keys in one order, as they are compared and kept. */
function tiersOf({ tiers }: NewPrice): Tiers | null {
  if (!tiers) return null;
  return { model: tiers.model, tiers: tiers.tiers.map(({ upTo, each, fixed }) => ({ upTo, each, fixed })) };
}

/** The database keeps keys in an order of its own. */
function tiersRead(known: Known): Known {
  return { ...known, tiers: known.tiers && (tiersOf({ tiers: known.tiers } as never) as never) };
}

/** JSON with the keys of each part in one order. */
const inOneOrder = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
const oneUnit = (price: NewPrice) =>
  recurringOf({ recurring: BigInt(price.recurring), tiers: tiersOf(price) }, 1);
const isOf = (price: Pick<NewPrice, 'currency' | 'cycle'>, known: Pick<Known, 'currency' | 'cycle'>) =>
  price.currency === known.currency && price.cycle === known.cycle;
const idOf = (item: Item) => ('plan_id' in item ? item.plan_id : item.addon_id);
