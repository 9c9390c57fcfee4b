import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assertionOf, readRequest, responseOf, rightly, sign } from './saml-provider.ts';
import type { Saying, SigningKey } from './saml-provider.ts';

const entity = 'https://idp.example/saml';

/** A SAML provider with a page, on another site than ours: whoever comes presses a button and is posted back as the one it knows. */
export async function startSamlPage(key: SigningKey, about: Pick<Saying, 'nameId' | 'attributes'>) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', origin);
    // Browsers ask for an icon as well.
    if (!url.searchParams.has('SAMLRequest')) return void response.writeHead(404).end();
    const asked = readRequest(url);
    const saying = rightly(asked, new Date(), { issuer: entity, ...about });
    const answer = Buffer.from(responseOf(saying, sign(assertionOf(saying), 'Assertion', key)));
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Provider</title><form method="post" action="${asked.recipient}">
      <input type="hidden" name="SAMLResponse" value="${answer.toString('base64')}">
      <input type="hidden" name="RelayState" value="${url.searchParams.get('RelayState') ?? ''}">
      <button>Continue</button></form>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const certificate = key.certificate.replaceAll(/-----.*-----|\s/g, '');
  return {
    metadata: `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entity}"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></KeyDescriptor><SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${origin}/sso"/></IDPSSODescriptor></EntityDescriptor>`,
    close: () => new Promise<void>((done) => void server.close(() => done())),
  };
}
