import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { seller } from '../settings.ts';
import type { Seller } from '../settings.ts';

/** Where clients transfer money to. */
export async function transferAccounts(db: Db): Promise<Seller['transfer']> {
  return (await readSetting(db, seller)).value.transfer;
}
