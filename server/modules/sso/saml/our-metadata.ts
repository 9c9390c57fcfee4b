import { nodeSaml } from '../libraries.ts';
import { ourEntity, ourReturn } from './addresses.ts';

/** What a provider reads about us, as XML: who we are, where answers go, and that assertions have to be signed. The same each time. */
export async function describeUs(connection: string, publicUrl: URL): Promise<string> {
  const { generateServiceProviderMetadata } = await nodeSaml();
  return generateServiceProviderMetadata({
    issuer: ourEntity(connection, publicUrl),
    callbackUrl: ourReturn(connection, publicUrl),
    identifierFormat: null,
    wantAssertionsSigned: true,
    generateUniqueId: () => `_${connection}`,
  });
}
