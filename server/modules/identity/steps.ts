import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { matchCode } from './domain/one-time-codes.ts';
import type { StepKind } from './domain/steps.ts';
import { recoveryCodeUsed } from './events.ts';
import { recoveryCodeWasUsed } from './factor-messages.ts';
import { checkPasskey } from './passkeys.ts';
import { hashRecoveryCode } from './recovery-codes.ts';
import { takeCode } from './sent-codes.ts';
import type { CodeUse } from './sent-codes.ts';

export const sealedSecret = (person: string, id: string) => `identity.authenticators:${person}:${id}`;

/** Something typed as second step or as proof. */
export interface TypedStep {
  kind: 'authenticator' | 'email_code' | 'message_code' | 'recovery_code';
  code: string;
}
/** What is shown as second step or as proof. */
export type Step = TypedStep | { kind: 'passkey'; response: AuthenticationResponseJSON };
/** What a step is for, and the sign-in or session that it is for. */
export type StepUse = CodeUse & { purpose: 'second_step' | 'proof' };

/** What a person has to take a second step with. */
export async function findSteps(db: Db, person: Id<'person'>): Promise<StepKind[]> {
  const { rows } = await sql<{ kind: StepKind }>`
    select 'passkey' as kind where exists (select from identity.passkeys where person_id = ${person})
    union all select 'authenticator' where exists (
      select from identity.authenticators where person_id = ${person} and confirmed_at is not null)
    union all select 'message_code' where exists (select from identity.phones where person_id = ${person})
    union all select 'email_code' from identity.people where id = ${person} and mail_codes_since is not null
    union all select 'recovery_code' where exists (
      select from identity.recovery_codes where person_id = ${person} and used_at is null)`.execute(db);
  return rows.map(({ kind }) => kind);
}

/** Checks what was shown and uses it up: nothing works twice. False when it is wrong. */
export async function checkStep(
  tx: Tx,
  person: Id<'person'>,
  step: Step,
  use: StepUse,
  publicUrl: URL,
): Promise<boolean> {
  if (step.kind === 'passkey')
    return (await checkPasskey(tx, publicUrl, use.purpose, person, step.response)) !== null;
  if (step.kind === 'authenticator') return checkAuthenticator(tx, person, step.code);
  if (step.kind === 'recovery_code') return checkRecoveryCode(tx, person, step.code);
  if ((await takeCode(tx, person, use, { kind: step.kind, code: step.code })) === null) return false;
  if (step.kind === 'message_code')
    await tx.db
      .updateTable('identity.phones')
      .set({ used_at: tx.now })
      .where('person_id', '=', person)
      .execute();
  return true;
}

async function checkAuthenticator(tx: Tx, person: Id<'person'>, code: string): Promise<boolean> {
  const rows = await tx.db
    .selectFrom('identity.authenticators')
    .select(['id', 'secret_sealed', 'last_step'])
    .where('person_id', '=', person)
    .where('confirmed_at', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const row of rows) {
    const secret = tx.vault.open(sealedSecret(person, row.id), row.secret_sealed);
    const step = matchCode(secret, code, tx.now, Number(row.last_step));
    if (step === null) continue;
    await tx.db
      .updateTable('identity.authenticators')
      .set({ last_step: BigInt(step), used_at: tx.now })
      .where('person_id', '=', person)
      .where('id', '=', row.id)
      .execute();
    return true;
  }
  return false;
}

async function checkRecoveryCode(tx: Tx, person: Id<'person'>, code: string): Promise<boolean> {
  const used = await tx.db
    .updateTable('identity.recovery_codes')
    .set({ used_at: tx.now })
    .where('person_id', '=', person)
    .where('code_hash', '=', hashRecoveryCode(code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (used.numUpdatedRows === 0n) return false;
  const { left } = await tx.db
    .selectFrom('identity.recovery_codes')
    .select((eb) => eb.fn.countAll<bigint>().as('left'))
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  const data = { left: Number(left) };
  tx.emit(recoveryCodeUsed, { organizationId: null, subject: { kind: 'person', id: person }, data });
  tx.tell(recoveryCodeWasUsed, { to: { person }, occurrence: tx.newId(), data });
  return true;
}
