import type { Ctx } from '../../../kernel/context.ts';
import { hashToken } from '../../../kernel/crypto.ts';
import type { Provider } from '../connections.ts';
import type { Said } from '../domain/said.ts';
import { failed } from '../failed.ts';
import { ourEntity, ourReturn } from './addresses.ts';
import { readAssertion } from './assertion.ts';
import type { Assertion } from './assertion.ts';
import type { SamlSecrets } from './begin.ts';
import { inspectResponse } from './inspect.ts';
import { samlOf } from './library.ts';
import { Refused } from './refused.ts';

/** Where Entra ID and AD FS tell how somebody signed in, a second step included. */
const methods = 'http://schemas.microsoft.com/claims/authnmethodsreferences';

/**
 * Checks everything about an answer (base64, as the browser posted it): its shape, the signature by one of the provider's certificates,
 * then what was signed, and that it was never used. Errors: `sso_failed`.
 */
export async function finishSaml(
  ctx: Ctx,
  provider: Provider,
  { answer, secrets }: { answer: string; secrets: SamlSecrets },
): Promise<Said> {
  const expected = {
    issuer: provider.issuer,
    request: secrets.request,
    recipient: ourReturn(provider.id, ctx.publicUrl),
    audience: ourEntity(provider.id, ctx.publicUrl),
    now: ctx.clock.now(),
  };
  try {
    const xml = decode(answer);
    const signed = await signedIn(ctx, provider, xml, inspectResponse(xml, expected).isSigned);
    const assertion = readAssertion(signed, expected);
    await useUp(ctx, provider, assertion);
    return saidBy(provider, assertion);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    ctx.log.warn({ connection: provider.id, why: error.message }, 'single sign-on was refused');
    throw failed(error.why);
  }
}

function decode(base64: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
  } catch {
    throw new Refused('answer', 'it is not UTF-8');
  }
}

/** The assertion as the signature covers it. The library is handed the very text that was inspected. */
async function signedIn(ctx: Ctx, provider: Provider, xml: string, isSigned: boolean): Promise<string> {
  const saml = await samlOf(ctx.publicUrl, provider, { wantAuthnResponseSigned: isSigned });
  const SAMLResponse = Buffer.from(xml, 'utf8').toString('base64');
  const { profile } = await saml.validatePostResponseAsync({ SAMLResponse }).catch((error: unknown) => {
    const { message } = error as Error;
    throw new Refused(/signature/i.test(message) ? 'signature' : 'answer', message.slice(0, 200));
  });
  const signed = profile?.getAssertionXml?.();
  if (!signed) throw new Refused('signature', 'nothing was signed');
  return signed;
}

/** An assertion counts once. Errors: `Refused`. */
async function useUp(ctx: Ctx, provider: Provider, { id, usableUntil }: Assertion): Promise<void> {
  const used = await ctx.transact((tx) =>
    tx.db
      .insertInto('sso.used_tokens')
      .values({
        organization_id: provider.organization,
        connection_id: provider.id,
        token_hash: hashToken(id),
        expires_at: usableUntil,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  );
  if (used.numInsertedOrUpdatedRows === 0n) throw new Refused('answer', 'the assertion was used before');
}

function saidBy(
  provider: Provider,
  { subject, attributes, classes, askedAt, session, sessionEnds }: Assertion,
): Said {
  const valuesOf = (name: string | null) => (name === null ? [] : (attributes.get(name) ?? []));
  // Of several addresses none is taken: which one is meant, nobody can tell.
  const only = (values: readonly string[]) => (values.length === 1 ? values[0]! : null);
  const email = provider.mailAttribute === null ? subject : only(valuesOf(provider.mailAttribute));
  return {
    issuer: provider.issuer,
    subject,
    email: email?.toLowerCase() ?? null,
    emailVerified: null,
    name: only(valuesOf(provider.nameAttribute)),
    groups: valuesOf(provider.groupsClaim),
    strength: [...classes, ...valuesOf(methods)],
    askedAt,
    providerSession: session,
    sessionEnds,
  };
}
