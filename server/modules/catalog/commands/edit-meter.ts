import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, invalidInput } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { MeteredCharge } from '../domain/metered.ts';
import { meterAdded, meterChanged } from '../events.ts';
import { meterTaken } from '../meter-contract.ts';
import type { ChargeIn, meterBody, meterPatch } from '../meter-contract.ts';
import { findMeters } from '../queries/meters.ts';
import { refuseEdit, refusingTaken } from './refuse-edit.ts';

/** Errors: `meter_code_taken`. */
export async function addMeter(
  tx: Tx,
  { name, unit, ...same }: z.output<typeof meterBody>,
): Promise<Id<'meter'>> {
  const id = tx.newId<'meter'>();
  const insert = tx.db
    .insertInto('catalog.meters')
    .values({ id, ...same, name: JSON.stringify(name), unit: JSON.stringify(unit) });
  await refusingTaken(meterTaken, 'code', insert.execute());
  tx.emit(meterAdded, { organizationId: null, subject: { kind: 'meter', id }, data: {} });
  return id;
}

/** What it is called; an archived one is not priced any more and counts on where it was sold. Errors: `not_found`, `changed_meanwhile`. */
export async function changeMeter(
  tx: Tx,
  id: Id<'meter'>,
  version: number,
  { name, unit, archived }: z.output<typeof meterPatch>,
): Promise<void> {
  const columns = {
    ...(name === undefined ? {} : { name: JSON.stringify(name) }),
    ...(unit === undefined ? {} : { unit: JSON.stringify(unit) }),
    ...(archived === undefined ? {} : { archived_at: archived ? tx.now : null }),
  };
  const changed = await tx.db
    .updateTable('catalog.meters')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) await refuseEdit(tx, 'catalog.meters', id);
  tx.emit(meterChanged, {
    organizationId: null,
    subject: { kind: 'meter', id },
    data: { fields: Object.keys(columns) },
  });
}

/** Prices with their charges as they are kept: each names its meter as it is now. Errors: `invalid_input` where a meter is unknown or archived. */
export async function withMeters<Price extends { charges?: readonly ChargeIn[] | undefined }>(
  tx: Tx,
  prices: readonly Price[],
): Promise<(Omit<Price, 'charges'> & { charges?: MeteredCharge[] })[]> {
  const known = prices.some(({ charges }) => charges?.length) ? await findMeters(tx.db) : [];
  return prices.map(({ charges, ...price }, index) => {
    if (!charges?.length) return price;
    const made = charges.map((charge, place): MeteredCharge => {
      const meter = known.find(({ code, archivedAt }) => code === charge.meter && archivedAt === null);
      if (meter) {
        const { archivedAt: _, ...of } = meter;
        return { ...charge, meter: of };
      }
      const path = `prices.${index}.charges.${place}.meter`;
      throw new Problem(invalidInput, {
        fields: [{ path, code: 'unknown', message: 'not a meter in use' }],
      });
    });
    return { ...price, charges: made };
  });
}
