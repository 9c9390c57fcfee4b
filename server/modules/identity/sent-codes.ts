import { randomInt } from 'node:crypto';
import { sameText } from '../../kernel/crypto.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Phone } from '../../kernel/texting.ts';
import { phoneAddress } from '../../kernel/texting.ts';
import { Problem, tooMany } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { codeByMail, codeByText } from './factor-messages.ts';
import { spendText } from './text-allowances.ts';
import type { Allowance } from './text-allowances.ts';

/** What a code is asked for, and by which sign-in or session: it serves that alone. */
export interface CodeUse {
  purpose: 'second_step' | 'proof' | 'phone';
  askedBy: string;
}
type CodeKind = 'email_code' | 'message_code';

/** 26.6 bits, of which nobody has more than five tries. */
const digits = 8;
const codeMinutes = 10;
const triesPerCode = 5;
/** Between two codes of one kind to one person. */
const pauseSeconds = 30;

const sealedCode = (person: string, { purpose }: CodeUse, kind: CodeKind) =>
  `identity.sent_codes:${person}:${purpose}:${kind}`;

/** Mails a new code; an earlier one of the same purpose works no more. Errors: `too_many_requests` right after another. */
export async function mailCode(tx: Tx, person: Id<'person'>, use: CodeUse): Promise<void> {
  const code = await newCode(tx, person, use, null);
  tx.tell(codeByMail, { to: { person }, occurrence: tx.newId(), data: { code, minutes: codeMinutes } });
}

/** The code as a text. `host` is that of this portal, for which alone phones fill the code in. Errors: `too_many_requests`. */
export async function textCode(
  tx: Tx,
  person: Id<'person'>,
  use: CodeUse,
  { phone, allowances, host }: { phone: Phone; allowances: readonly Allowance[]; host: string },
): Promise<void> {
  await spendText(tx, allowances);
  const code = await newCode(tx, person, use, phone);
  const { name, locale } = await tx.db
    .selectFrom('identity.people')
    .select(['name', 'locale'])
    .where('id', '=', person)
    .executeTakeFirstOrThrow();
  tx.tell(codeByText, {
    to: { address: phoneAddress(phone), name, locale: locale as 'id' | 'en' },
    occurrence: tx.newId(),
    data: { code, minutes: codeMinutes, host: phone.channel === 'sms' ? host : null },
  });
}

async function newCode(tx: Tx, person: Id<'person'>, use: CodeUse, phone: Phone | null): Promise<string> {
  const code = String(randomInt(10 ** digits)).padStart(digits, '0');
  const kind: CodeKind = phone ? 'message_code' : 'email_code';
  const fresh = {
    asked_by: use.askedBy,
    code_sealed: tx.vault.seal(sealedCode(person, use, kind), code),
    tries: 0,
    number: phone?.number ?? null,
    channel: phone?.channel ?? null,
    sent_at: tx.now,
    expires_at: new Date(tx.now.getTime() + codeMinutes * 60_000),
    used_at: null,
  };
  const kept = await tx.db
    .insertInto('identity.sent_codes')
    .values({ person_id: person, purpose: use.purpose, kind, ...fresh })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'purpose', 'kind'])
        .doUpdateSet(fresh)
        .where('identity.sent_codes.sent_at', '<=', new Date(tx.now.getTime() - pauseSeconds * 1000)),
    )
    .executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows === 0n)
    throw new Problem(tooMany, { facts: { retryAfter: pauseSeconds } });
  return code;
}

/** Uses a code up; null when it is wrong, used, too old, tried too often, or was asked for something else. A wrong one counts. */
export async function takeCode(
  tx: Tx,
  person: Id<'person'>,
  use: CodeUse,
  { kind, code }: { kind: CodeKind; code: string },
): Promise<{ phone: Phone | null } | null> {
  const row = await tx.db
    .updateTable('identity.sent_codes')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('person_id', '=', person)
    .where('purpose', '=', use.purpose)
    .where('kind', '=', kind)
    .where('asked_by', '=', use.askedBy)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .where('tries', '<', triesPerCode)
    .returning(['code_sealed', 'number', 'channel'])
    .executeTakeFirst();
  if (!row || !sameText(tx.vault.open(sealedCode(person, use, kind), row.code_sealed), code)) return null;
  await tx.db
    .updateTable('identity.sent_codes')
    .set({ used_at: tx.now })
    .where('person_id', '=', person)
    .where('purpose', '=', use.purpose)
    .where('kind', '=', kind)
    .execute();
  const { number, channel } = row;
  return { phone: number && channel ? { number, channel: channel as Phone['channel'] } : null };
}
