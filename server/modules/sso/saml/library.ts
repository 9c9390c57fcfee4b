import type { SAML, SamlConfig } from '@node-saml/node-saml';
import { assert } from '../../../kernel/values/errors.ts';
import type { Provider } from '../connections.ts';
import { nodeSaml } from '../libraries.ts';
import { ourEntity, ourReturn } from './addresses.ts';

/**
 * The library for one connection. It makes requests and checks signatures; what it would compare with the computer's clock or its own
 * memory is checked by `readAssertion`, against ours.
 */
export async function samlOf(publicUrl: URL, provider: Provider, over: Partial<SamlConfig>): Promise<SAML> {
  assert(provider.signInUrl && provider.certificates, 'a connection by SAML has an address and certificates');
  const never = -1;
  const { SAML } = await nodeSaml();
  return new SAML({
    entryPoint: provider.signInUrl,
    idpCert: provider.certificates,
    issuer: ourEntity(provider.id, publicUrl),
    callbackUrl: ourReturn(provider.id, publicUrl),
    audience: false,
    acceptedClockSkewMs: never,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    wantAssertionsSigned: true,
    ...over,
  });
}
