import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { Phone, TextChannel } from '../../kernel/texting.ts';
import { Problem } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { noSecondStep, textingOff } from './contract.ts';
import { endingOf } from './domain/phone-number.ts';
import { textCode } from './sent-codes.ts';
import type { CodeUse } from './sent-codes.ts';

/** Within a day, to a number that was shown to be somebody's. Only who holds that number can use up what it has. */
const toOwnNumber = 20;
/** Within a day, for one person and purpose: of a sign-in, only who knows the password can use it up. */
const toPerson = 10;

/** The phone codes are sent to, as its owner knows it. */
export interface PhoneHint {
  ending: string;
  channel: TextChannel;
}

export async function findPhone(db: Db, person: Id<'person'>): Promise<Phone | null> {
  const row = await db
    .selectFrom('identity.phones')
    .select(['number', 'channel'])
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row ? { number: row.number, channel: row.channel as TextChannel } : null;
}

export async function findPhoneHint(db: Db, person: Id<'person'>): Promise<PhoneHint | null> {
  const phone = await findPhone(db, person);
  return phone && { ending: endingOf(phone.number), channel: phone.channel };
}

/** Errors: `texting_off` when nobody sends texts that way. */
export function requireChannel({ ports }: Pick<Ctx, 'ports'>, channel: TextChannel): void {
  if (!ports.texting.channels.includes(channel)) throw new Problem(textingOff);
}

/** Sends a code to the phone somebody has. Errors: `no_second_step`, `texting_off`, `too_many_requests`. */
export async function textCodeToOwner(
  tx: Tx,
  ctx: Pick<Ctx, 'ports' | 'publicUrl'>,
  { person, use, channel }: { person: Id<'person'>; use: CodeUse; channel: TextChannel },
): Promise<void> {
  requireChannel(ctx, channel);
  const phone = await findPhone(tx.db, person);
  if (!phone) throw new Problem(noSecondStep);
  await textCode(tx, person, use, {
    phone: { ...phone, channel },
    host: ctx.publicUrl.hostname,
    allowances: [
      { what: `number ${phone.number}`, most: toOwnNumber },
      { what: `${use.purpose} of ${person}`, most: toPerson },
    ],
  });
}
