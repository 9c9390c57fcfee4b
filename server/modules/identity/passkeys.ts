import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { challengeIn, keepChallenge, useChallenge } from './challenges.ts';
import type { ChallengePurpose } from './challenges.ts';
import { webauthn } from './webauthn.ts';

/** What a passkey is bound to: browsers sign for no other host and origin. */
export const partyOf = (publicUrl: URL) => ({ id: publicUrl.hostname, origin: publicUrl.origin });

/** What a passkey is asked to sign. With a person only theirs are asked; without one, the browser offers those it has for this site. */
export async function askPasskey(
  tx: Tx,
  publicUrl: URL,
  purpose: Exclude<ChallengePurpose, 'register'>,
  person: Id<'person'> | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const keys = person
    ? await tx.db
        .selectFrom('identity.passkeys')
        .select(['credential_id', 'transports'])
        .where('person_id', '=', person)
        .execute()
    : [];
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: partyOf(publicUrl).id,
    allowCredentials: keys.map((key) => ({ id: key.credential_id, transports: key.transports })),
    userVerification: purpose === 'sign_in' ? 'required' : 'preferred',
  });
  await keepChallenge(tx, options.challenge, purpose, person);
  return options;
}

/**
 * Checks what a passkey signed and uses its challenge up. Returns whose passkey it is; null when anything is wrong: challenge,
 * origin, signature, a counter that went back (a copied key), or a key of somebody else than `person`.
 */
export async function checkPasskey(
  tx: Tx,
  publicUrl: URL,
  purpose: Exclude<ChallengePurpose, 'register'>,
  person: Id<'person'> | null,
  response: AuthenticationResponseJSON,
): Promise<Id<'person'> | null> {
  const challenge = challengeIn(response.response.clientDataJSON);
  if (challenge === null || !(await useChallenge(tx, challenge, purpose, person))) return null;
  const key = await tx.db
    .selectFrom('identity.passkeys')
    .select(['person_id', 'id', 'credential_id', 'public_key', 'counter'])
    .where('credential_id', '=', response.id)
    .$if(person !== null, (query) => query.where('person_id', '=', person!))
    .forUpdate()
    .executeTakeFirst();
  if (!key) return null;
  const party = partyOf(publicUrl);
  const { verifyAuthenticationResponse } = await webauthn();
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    credential: {
      id: key.credential_id,
      publicKey: new Uint8Array(key.public_key),
      counter: Number(key.counter),
    },
    requireUserVerification: purpose === 'sign_in',
    // It throws for whatever is not as it should be.
  }).catch(() => null);
  if (!verified?.verified) return null;
  await tx.db
    .updateTable('identity.passkeys')
    .set({ counter: BigInt(verified.authenticationInfo.newCounter), used_at: tx.now })
    .where('person_id', '=', key.person_id)
    .where('id', '=', key.id)
    .execute();
  return key.person_id as Id<'person'>;
}
