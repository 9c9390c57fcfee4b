import type { Tx } from '../../../kernel/db/tx.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting, writeSetting } from '../../../kernel/settings.ts';
import type { Setting } from '../../../kernel/settings.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import { invoicing, seller } from '../settings.ts';
import { taxTerms } from '../tax-settings.ts';

export async function readBillingSettings(db: Db) {
  const [first, second, third] = await Promise.all([
    readSetting(db, seller),
    readSetting(db, invoicing),
    readSetting(db, taxTerms),
  ]);
  return { seller: first, invoicing: second, tax: third };
}

/** Errors: `changed_meanwhile`. */
export async function changeSetting<Value>(
  tx: Tx,
  setting: Setting<Value>,
  value: Value,
  version: number,
): Promise<{ value: Value; version: number }> {
  if (!(await writeSetting(tx, setting, value, version))) throw new Problem(changedMeanwhile);
  return readSetting(tx.db, setting);
}
