import { sql } from 'kysely';
import type { Session } from '../../kernel/auth/actor.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { TextChannel } from '../../kernel/texting.ts';
import type { Factors } from './contract.ts';
import { endingOf } from './domain/phone-number.ts';

/** What a person signs in with besides the password, and whether to remind them to set something up. */
export async function findFactors(
  db: Db,
  { person, secondStepAskedBy: asked }: Session,
  now: Date,
  texting: readonly TextChannel[],
): Promise<Factors> {
  const { mail_codes_since, reminder_rests_until } = await db
    .selectFrom('identity.people')
    .select(['mail_codes_since', 'reminder_rests_until'])
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow();
  const authenticators = await listNamed(db, 'identity.authenticators', person.id);
  const passkeys = await listNamed(db, 'identity.passkeys', person.id);
  const phone = await db
    .selectFrom('identity.phones')
    .select(['number', 'channel', 'added_at', 'used_at'])
    .where('person_id', '=', person.id)
    .executeTakeFirst();
  const codes = await db
    .selectFrom('identity.recovery_codes')
    .select((eb) => [
      eb.fn.countAll<bigint>().filterWhere('used_at', 'is', null).as('left'),
      eb.fn.max('made_at').as('made'),
    ])
    .where('person_id', '=', person.id)
    .executeTakeFirstOrThrow();
  const some = passkeys.length > 0 || authenticators.length > 0 || mail_codes_since !== null || phone;
  return {
    passkeys,
    authenticators,
    mailCodes: mail_codes_since !== null,
    phone: phone
      ? {
          ending: endingOf(phone.number),
          channel: phone.channel as TextChannel,
          addedAt: phone.added_at.toISOString(),
          usedAt: phone.used_at?.toISOString() ?? null,
        }
      : null,
    texting: [...texting],
    recoveryCodes: codes.made && { left: Number(codes.left), madeAt: codes.made.toISOString() },
    remind: !some && !(reminder_rests_until && reminder_rests_until > now),
    can: { removeLast: asked === null ? true : { no: `asked_by_${asked}` } },
  };
}

async function listNamed(
  db: Db,
  table: 'identity.authenticators' | 'identity.passkeys',
  person: Id<'person'>,
) {
  const rows = await db
    .selectFrom(table)
    .select(['id', 'name', 'added_at', 'used_at'])
    .where('person_id', '=', person)
    .$if(table === 'identity.authenticators', (query) => query.where(sql.ref('confirmed_at'), 'is not', null))
    .orderBy('added_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    addedAt: row.added_at.toISOString(),
    usedAt: row.used_at?.toISOString() ?? null,
  }));
}
