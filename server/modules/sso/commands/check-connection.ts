import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findProvider } from '../connections.ts';
import type { Provider } from '../connections.ts';
import { providerSilent } from '../contract.ts';
import type { SsoCheck } from '../contract.ts';
import { readCertificate } from '../saml/certificates.ts';
import { discover, isPlain, reasonOf } from '../oidc/configuration.ts';

type Check = SsoCheck['checks'][number];

/** Asks the provider about itself (with SAML there is nobody to ask: looks at what was entered) and says what fits and what does not. Errors: `not_found`. */
export async function checkConnection(ctx: Ctx, organization: Id<'organization'>): Promise<SsoCheck> {
  const provider = await ctx.within(everything).read((db) => findProvider(db, organization));
  if (!provider) throw new Problem(notFound);
  if (provider.kind === 'saml') return { checks: checkSaml(provider, ctx.clock.now()) };
  const found = await discover(ctx, provider).then(
    (configuration) => configuration.serverMetadata(),
    (error: unknown) => error as Problem,
  );
  if (found instanceof Error) {
    const said =
      found instanceof Problem && found.kind === providerSilent ? String(found.facts.said) : found.message;
    return { checks: [{ what: 'reached', outcome: 'bad', detail: said }] };
  }
  const checks: Check[] = [{ what: 'reached', outcome: 'good', detail: found.issuer }];
  const check = (what: Check['what'], holds: boolean, detail: string, otherwise: 'bad' | 'note' = 'bad') =>
    checks.push({ what, outcome: holds ? 'good' : otherwise, detail });
  const listed = (all: readonly string[] | undefined, wanted: string) => all?.includes(wanted) ?? false;
  check('https', !isPlain(provider.issuer), provider.issuer, 'note');
  check('code', !!found.authorization_endpoint && !!found.token_endpoint, found.token_endpoint ?? '');
  const proofs = found.code_challenge_methods_supported as string[] | undefined;
  check('pkce', listed(proofs, 'S256'), (proofs ?? []).join(', '), 'note');
  check('issuer', found.authorization_response_iss_parameter_supported === true, '', 'note');
  const signing = found.id_token_signing_alg_values_supported as string[] | undefined;
  check(
    'signing',
    (signing ?? []).some((name) => /^(RS|PS|ES|Ed)/.test(name)),
    (signing ?? []).join(', '),
  );
  check('keys', await hasKeys(ctx, found.jwks_uri), found.jwks_uri ?? '');
  check('logout', found.backchannel_logout_supported === true, '', 'note');
  return { checks };
}

/** The end of a certificate is told and not enforced: it is a key that the provider replaces when it wants to. */
function checkSaml({ signInUrl, certificates }: Provider, now: Date): Check[] {
  const soon = now.getTime() + 30 * 86_400_000;
  return [
    { what: 'https', outcome: isPlain(signInUrl!) ? 'note' : 'good', detail: signInUrl! },
    ...certificates!.map((text): Check => {
      const { fingerprint, until } = readCertificate(text)!;
      const detail = `SHA-256 ${fingerprint}, ${until.toISOString().slice(0, 10)}`;
      return { what: 'certificate', outcome: until.getTime() > soon ? 'good' : 'note', detail };
    }),
  ];
}

async function hasKeys(ctx: Ctx, url: string | undefined): Promise<boolean> {
  if (!url) return false;
  try {
    const answer = await ctx.ports.outgoing(url, { redirect: 'error', signal: AbortSignal.timeout(10_000) });
    const { keys } = (await answer.json()) as { keys?: unknown[] };
    return Array.isArray(keys) && keys.length > 0;
  } catch (error) {
    ctx.log.warn({ why: reasonOf(error) }, 'keys of a provider cannot be read');
    return false;
  }
}
