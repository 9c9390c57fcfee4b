import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** As much of the signing library as is used; its own types would bring the browser's. */
interface Signing {
  SignedXml: new (options: object) => {
    addReference(reference: object): void;
    computeSignature(xml: string, options: object): void;
    enableHMAC(): void;
    getSignedXml(): string;
  };
}
const { SignedXml } = createRequire(import.meta.url)('xml-crypto') as Signing;

export interface SigningKey {
  key: string;
  certificate: string;
}

/** A key with its certificate, made by openssl; PEM. */
export function makeKey(bits = 2048): SigningKey {
  const folder = mkdtempSync(join(tmpdir(), 'clientarea-saml-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')] as const;
  const made = `req -x509 -newkey rsa:${bits} -nodes -days 90 -subj /CN=idp.example`.split(' ');
  execFileSync('openssl', [...made, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const read = { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') };
  rmSync(folder, { recursive: true });
  return read;
}

const sha256 = {
  signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
};
export const sha1 = {
  signatureAlgorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
  digestAlgorithm: 'http://www.w3.org/2000/09/xmldsig#sha1',
};
export const hmac = 'http://www.w3.org/2000/09/xmldsig#hmac-sha1';
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** Signs the one element of a name, the signature behind its issuer, as SAML wants it. */
export function sign(
  xml: string,
  name: 'Assertion' | 'Response',
  { key, certificate }: SigningKey,
  by = sha256,
): string {
  const signed = new SignedXml({
    privateKey: key,
    publicCert: certificate,
    canonicalizationAlgorithm: exclusive,
    signatureAlgorithm: by.signatureAlgorithm,
  });
  if (by.signatureAlgorithm === hmac) signed.enableHMAC();
  const xpath = `//*[local-name(.)='${name}']`;
  const transforms = ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', exclusive];
  signed.addReference({ xpath, transforms, digestAlgorithm: by.digestAlgorithm });
  const location = { reference: `${xpath}/*[local-name(.)='Issuer']`, action: 'after' };
  signed.computeSignature(xml, { prefix: 'ds', location });
  return signed.getSignedXml();
}

/** What an answer says; a test changes what it is about. */
export interface Saying {
  issuer: string;
  responseIssuer: string;
  destination: string;
  recipient: string;
  audience: string;
  request: string;
  confirmedRequest: string;
  at: Date;
  /** When the person was asked there. */
  askedAt: Date;
  notBefore: Date;
  notOnOrAfter: Date;
  confirmedUntil: Date;
  sessionEnds: Date | null;
  id: string;
  status: string;
  nameId: string;
  nameFormat: string;
  nameQualifier: string | null;
  method: string;
  context: string;
  attributes: Record<string, string | readonly string[]>;
  extraConditions: string;
}

/** What a provider rightly says of somebody in answer to a request. */
export function rightly(
  { id, issuer: audience, recipient }: { id: string; issuer: string; recipient: string },
  now: Date,
  about: Pick<Saying, 'issuer' | 'nameId' | 'attributes'>,
): Saying {
  const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
  return {
    ...about,
    responseIssuer: about.issuer,
    destination: recipient,
    recipient,
    audience,
    request: id,
    confirmedRequest: id,
    at: now,
    askedAt: now,
    notBefore: minutes(-1),
    notOnOrAfter: minutes(10),
    confirmedUntil: minutes(5),
    sessionEnds: null,
    id: `_${randomUUID()}`,
    status: 'Success',
    nameFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    nameQualifier: null,
    method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
    context: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
    extraConditions: '',
  };
}

const mark = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export function assertionOf(saying: Saying): string {
  const { at, notBefore, notOnOrAfter, sessionEnds, nameQualifier } = saying;
  const attributes = Object.entries(saying.attributes)
    .map(
      ([name, values]) =>
        `<saml:Attribute Name="${mark(name)}">${[values]
          .flat()
          .map((value) => `<saml:AttributeValue>${mark(value)}</saml:AttributeValue>`)
          .join('')}</saml:Attribute>`,
    )
    .join('');
  return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${saying.id}" Version="2.0" IssueInstant="${at.toISOString()}"><saml:Issuer>${mark(saying.issuer)}</saml:Issuer><saml:Subject><saml:NameID Format="${saying.nameFormat}"${nameQualifier === null ? '' : ` NameQualifier="${mark(nameQualifier)}"`}>${mark(saying.nameId)}</saml:NameID><saml:SubjectConfirmation Method="${saying.method}"><saml:SubjectConfirmationData InResponseTo="${saying.confirmedRequest}" Recipient="${mark(saying.recipient)}" NotOnOrAfter="${saying.confirmedUntil.toISOString()}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${notBefore.toISOString()}" NotOnOrAfter="${notOnOrAfter.toISOString()}"><saml:AudienceRestriction><saml:Audience>${mark(saying.audience)}</saml:Audience></saml:AudienceRestriction>${saying.extraConditions}</saml:Conditions><saml:AuthnStatement AuthnInstant="${saying.askedAt.toISOString()}" SessionIndex="${saying.id}"${sessionEnds ? ` SessionNotOnOrAfter="${sessionEnds.toISOString()}"` : ''}><saml:AuthnContext><saml:AuthnContextClassRef>${saying.context}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${attributes}</saml:AttributeStatement></saml:Assertion>`;
}

/** A response around whatever is put in, unsigned itself. */
export const responseOf = (saying: Saying, inside: string): string =>
  `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r${saying.id}" Version="2.0" IssueInstant="${saying.at.toISOString()}" Destination="${mark(saying.destination)}" InResponseTo="${saying.request}"><saml:Issuer>${mark(saying.responseIssuer)}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${saying.status}"/></samlp:Status>${inside}</samlp:Response>`;

/** What the provider reads in the address to which a browser was sent. */
export function readRequest(url: URL): { id: string; issuer: string; recipient: string; xml: string } {
  const xml = inflateRawSync(Buffer.from(url.searchParams.get('SAMLRequest')!, 'base64')).toString('utf8');
  const one = (pattern: RegExp) => pattern.exec(xml)![1]!;
  return {
    xml,
    id: one(/ ID="([^"]+)"/),
    issuer: one(/<saml:Issuer[^>]*>([^<]+)</),
    recipient: one(/AssertionConsumerServiceURL="([^"]+)"/),
  };
}
