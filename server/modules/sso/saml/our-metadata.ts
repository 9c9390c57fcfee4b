import { generateServiceProviderMetadata } from '@node-saml/node-saml';
import { ourEntity, ourReturn } from './addresses.ts';

/** What a provider reads about us, as XML: who we are, where answers go, and that assertions have to be signed. The same each time. */
export const describeUs = (connection: string, publicUrl: URL): string =>
  generateServiceProviderMetadata({
    issuer: ourEntity(connection, publicUrl),
    callbackUrl: ourReturn(connection, publicUrl),
    identifierFormat: null,
    wantAssertionsSigned: true,
    generateUniqueId: () => `_${connection}`,
  });
