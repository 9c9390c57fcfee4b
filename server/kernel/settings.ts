import { z } from 'zod';
import type { Tx } from './db/tx.ts';
import type { Db } from './db/types.ts';
import { defineEvent } from './events/define.ts';

/** One thing the business can set. The schema checks what is stored as well as what is sent; the default serves until somebody sets it. */
export interface Setting<Value = unknown> {
  readonly key: string;
  readonly schema: z.ZodType<Value>;
  readonly default: Value;
}

export function defineSetting<Value>(setting: Setting<Value>): Setting<Value> {
  return setting;
}

export const settingChanged = defineEvent('kernel.setting-changed', {
  audience: 'staff',
  data: z.object({ key: z.string(), version: z.int() }),
});

/** The value and its version; version 0 means that nobody has set it. */
export async function readSetting<Value>(
  db: Db,
  setting: Setting<Value>,
): Promise<{ value: Value; version: number }> {
  const row = await db
    .selectFrom('kernel.settings')
    .select(['value', 'version'])
    .where('key', '=', setting.key)
    .executeTakeFirst();
  return { value: valueOf(setting, row?.value), version: Number(row?.version ?? 0) };
}

/** The values of several settings, in one statement. */
export async function readSettings<const Values extends readonly unknown[]>(
  db: Db,
  ...settings: { [K in keyof Values]: Setting<Values[K]> }
): Promise<Values> {
  const keys = settings.map(({ key }) => key);
  const rows = await db
    .selectFrom('kernel.settings')
    .select(['key', 'value'])
    .where('key', '=', (eb) => eb.fn.any(eb.val(keys)))
    .execute();
  const values = settings.map((setting) =>
    valueOf(setting, rows.find(({ key }) => key === setting.key)?.value),
  );
  return values as readonly unknown[] as Values;
}

/** What a stored value means; the default where there is none, or one that is not allowed any more. */
export function valueOf<Value>(setting: Setting<Value>, stored: unknown): Value {
  const parsed = setting.schema.safeParse(stored);
  return parsed.success ? parsed.data : setting.default;
}

/** Stores the value if nobody changed it since `version`; false otherwise. */
export async function writeSetting<Value>(
  tx: Tx,
  setting: Setting<Value>,
  value: Value,
  version: number,
): Promise<boolean> {
  const json = JSON.stringify(setting.schema.parse(value));
  const written = await tx.db
    .insertInto('kernel.settings')
    .values({ key: setting.key, value: json, updated_at: tx.now })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ value: json, updated_at: tx.now, version: BigInt(version) + 1n })
        .where('kernel.settings.version', '=', BigInt(version)),
    )
    .returning('version')
    .executeTakeFirst();
  if (!written) return false;
  tx.emit(settingChanged, {
    organizationId: null,
    subject: { kind: 'setting', id: setting.key },
    data: { key: setting.key, version: Number(written.version) },
  });
  return true;
}
