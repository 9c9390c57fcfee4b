import { readFile } from 'node:fs/promises';
import { brand } from '../../kernel/brand.ts';
import type { Db } from '../../kernel/db/types.ts';
import { readSetting } from '../../kernel/settings.ts';
import { Problem, invalidInput } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { isIn } from './domain/password-filter.ts';
import { weaknessOf } from './domain/weak-password.ts';
import type { Weakness } from './domain/weak-password.ts';

const said: Record<Weakness, string> = {
  common: 'many people use this password',
  about_you: 'too close to your name, address or the name of this business',
  too_simple: 'a pattern that is easy to guess',
};

let filter: Promise<Uint8Array> | undefined;

/** Throws `invalid_input` for a new password that is easy to guess. No network is asked: the list came along. */
export async function refuseWeakPassword(
  db: Db,
  password: string,
  whose: Id<'person'> | { name: string; email: string },
): Promise<void> {
  const list = await (filter ??= readList());
  const { name, email } = typeof whose === 'string' ? await personOf(db, whose) : whose;
  const { value } = await readSetting(db, brand);
  const code = weaknessOf(password, [name, email, value.name], (word) => isIn(list, word));
  if (code) throw new Problem(invalidInput, { fields: [{ path: 'password', code, message: said[code] }] });
}

function personOf(db: Db, person: Id<'person'>) {
  return db
    .selectFrom('identity.people')
    .select(['name', 'email'])
    .where('id', '=', person)
    .executeTakeFirstOrThrow();
}

/** Beside this file, and beside the bundle. */
function readList(): Promise<Uint8Array> {
  return readFile(new URL('./lists/known-passwords.bin', import.meta.url));
}
