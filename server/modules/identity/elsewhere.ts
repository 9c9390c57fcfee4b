import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db/types.ts';
import { Problem } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { ssoRequired } from './contract.ts';

type Rules = Pick<Ctx['product'], 'elsewhere'>;

/** Whether an address signs in at a provider of its own; see `ElsewhereRule`. */
export async function findElsewhere(
  { elsewhere }: Rules,
  db: Db,
  email: string,
  person: Id<'person'> | null,
): Promise<'elsewhere' | 'excepted' | null> {
  for (const rule of elsewhere) {
    const said = await rule(db, email, person);
    if (said) return said;
  }
  return null;
}

/** Errors: `sso_required` for a person who has to sign in elsewhere. */
export async function refuseElsewhere(rules: Rules, db: Db, person: Id<'person'>): Promise<void> {
  if (rules.elsewhere.length === 0) return;
  const { email } = await db
    .selectFrom('identity.people')
    .select('email')
    .where('id', '=', person)
    .executeTakeFirstOrThrow();
  if ((await findElsewhere(rules, db, email, person)) === 'elsewhere') throw new Problem(ssoRequired);
}
