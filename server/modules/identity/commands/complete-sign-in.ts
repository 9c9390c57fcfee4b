import type { Method } from '../../../kernel/auth/methods.ts';
import { hashToken, randomToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findRemembered } from '../remembered-devices.ts';
import { stepsDue } from '../domain/steps.ts';
import type { StepKind } from '../domain/steps.ts';
import { findPhoneHint } from '../phones.ts';
import type { PhoneHint } from '../phones.ts';
import { startSession } from '../sessions.ts';
import type { CameBy, Place, StartedSession } from '../sessions.ts';
import { welcome } from '../sign-ins.ts';
import { findSteps } from '../steps.ts';

export const attemptMinutes = 10;

export interface NewSession extends StartedSession {
  /** By which the device is known again. */
  device: string;
}

/** A session, or the second step that is still missing and the token of the attempt it completes. */
export type SignIn =
  | { session: NewSession }
  | {
      due: {
        attempt: string;
        steps: StepKind[];
        phone: PhoneHint | null;
        expiresAt: Date;
        rememberDays: number;
      };
    };

/**
 * What every way to sign in ends in, for a person who has shown who they are by `proven`. Only here is a session opened, so no way
 * goes around the second step of those who have one. `remember`: the device takes no second step for a while.
 */
export async function completeSignIn(
  tx: Tx,
  person: Id<'person'>,
  proven: readonly Method[],
  from: Place,
  { remember = false, cameBy = null }: { remember?: boolean; cameBy?: CameBy | null } = {},
): Promise<SignIn> {
  const enter = async (shown: readonly Method[]): Promise<SignIn> => {
    const device = await welcome(tx, person, shown, from, remember);
    return { session: { ...(await startSession(tx, person, from, shown, cameBy)), device } };
  };
  const steps = stepsDue(proven, await findSteps(tx.db, person));
  if (steps.length === 0) return enter(proven);
  const { rememberDays, remembered } = await findRemembered(tx, person, from.device);
  // Only beside a password: who came by a link has shown that they lost it.
  if (remembered && proven.includes('password')) return enter([...proven, 'remembered_device']);
  const attempt = randomToken();
  const expiresAt = new Date(tx.now.getTime() + attemptMinutes * 60_000);
  await tx.db
    .insertInto('identity.attempts')
    .values({
      token_hash: hashToken(attempt),
      person_id: person,
      methods: [...proven],
      began_at: tx.now,
      expires_at: expiresAt,
      came_by: cameBy?.id ?? null,
      came_until: cameBy?.until ?? null,
    })
    .execute();
  const phone = steps.includes('message_code') ? await findPhoneHint(tx.db, person) : null;
  return { due: { attempt, steps, phone, expiresAt, rememberDays } };
}
