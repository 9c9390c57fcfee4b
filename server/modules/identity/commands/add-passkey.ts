import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Session } from '../../../kernel/auth/actor.ts';
import { brand } from '../../../kernel/brand.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { challengeIn, keepChallenge, useChallenge } from '../challenges.ts';
import { tooManyFactors, wrongPasskey } from '../contract.ts';
import { partyOf } from '../passkeys.ts';
import { renewSession } from '../sessions.ts';
import type { StartedSession } from '../sessions.ts';
import { webauthn } from '../webauthn.ts';
import { noteAdded } from './manage-factors.ts';

const mostPasskeys = 20;

/** What a new passkey has to sign. Those the person has already are left out, so that no device gets a second one. */
export async function beginPasskey(
  ctx: Ctx,
  { person }: Session,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await webauthn();
  return ctx.within(everything).transact(async (tx) => {
    const keys = await tx.db
      .selectFrom('identity.passkeys')
      .select(['credential_id', 'transports'])
      .where('person_id', '=', person.id)
      .execute();
    if (keys.length >= mostPasskeys) throw new Problem(tooManyFactors);
    const options = await generateRegistrationOptions({
      rpName: (await readSetting(tx.db, brand)).value.name,
      rpID: partyOf(ctx.publicUrl).id,
      userID: new Uint8Array(Buffer.from(person.id.replaceAll('-', ''), 'hex')),
      userName: person.email,
      userDisplayName: person.name,
      attestationType: 'none',
      excludeCredentials: keys.map((key) => ({ id: key.credential_id, transports: key.transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await keepChallenge(tx, options.challenge, 'register', person.id);
    return options;
  });
}

/** Adds the passkey a browser has made. The session has shown it too, and gets a new token. Errors: `wrong_passkey`. */
export async function addPasskey(
  ctx: Ctx,
  session: Session,
  { name, response }: { name: string; response: RegistrationResponseJSON },
): Promise<{ recoveryCodes: string[] | null; renewed: StartedSession }> {
  const person = session.person.id;
  const party = partyOf(ctx.publicUrl);
  const { verifyRegistrationResponse } = await webauthn();
  const outcome = await ctx.within(everything).transact(async (tx) => {
    const challenge = challengeIn(response.response.clientDataJSON);
    if (challenge === null || !(await useChallenge(tx, challenge, 'register', person))) return null;
    const verified = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      // It throws for whatever is not as it should be.
    }).catch(() => null);
    if (!verified?.verified) return null;
    const { credential } = verified.registrationInfo;
    const added = await tx.db
      .insertInto('identity.passkeys')
      .values({
        person_id: person,
        id: tx.newId<'factor'>(),
        name,
        credential_id: credential.id,
        public_key: Buffer.from(credential.publicKey),
        counter: BigInt(credential.counter),
        transports: credential.transports ?? [],
        added_at: tx.now,
      })
      .onConflict((conflict) => conflict.column('credential_id').doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) return null;
    return {
      recoveryCodes: await noteAdded(tx, person, 'passkey'),
      renewed: await renewSession(tx, session.id, 'passkey'),
    };
  });
  if (!outcome) throw new Problem(wrongPasskey);
  return outcome;
}
