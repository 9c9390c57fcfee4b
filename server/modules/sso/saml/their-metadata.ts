import { Problem } from '../../../kernel/values/errors.ts';
import { wrongMetadata } from '../contract.ts';
import type { Described } from '../contract.ts';
import { readCertificate } from './certificates.ts';
import {
  allOf,
  attributeOf,
  childrenOf,
  isNamed,
  metadata,
  parseDescription,
  protocol,
  signatures,
} from './xml.ts';
import type { XmlElement } from './xml.ts';

const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
/** While a certificate is rolled over there are two. */
const mostCertificates = 2;

/**
 * What a connection needs of a provider's metadata: its entity id, where it signs in and what it signs with; of more than two
 * certificates those that hold longest. Errors: `wrong_metadata` (`why`: xml, provider, address, certificate).
 */
export function readMetadata(xml: string): Described {
  const entities = [...elementsOf(xml)].filter(
    (element) => isNamed(element, metadata, 'EntityDescriptor') && rolesOf(element).length > 0,
  );
  const [entity] = entities;
  const issuer = attributeOf(entity ?? null, 'entityID');
  if (!entity || entities.length > 1 || !issuer) throw wrong('provider');
  const [role] = rolesOf(entity);
  const signInUrl = childrenOf(role!, metadata, 'SingleSignOnService')
    .filter((service) => attributeOf(service, 'Binding') === redirect)
    .map((service) => attributeOf(service, 'Location'))
    .find((location) => location !== null && URL.canParse(location));
  if (!signInUrl) throw wrong('address');
  const found = childrenOf(role!, metadata, 'KeyDescriptor')
    .filter((key) => (attributeOf(key, 'use') ?? 'signing') === 'signing')
    .flatMap((key) => [...allOf(key)].filter((element) => isNamed(element, signatures, 'X509Certificate')))
    .flatMap((element) => readCertificate(element.textContent ?? '') ?? []);
  const certificates = [...new Map(found.map((one) => [one.fingerprint, one])).values()]
    .sort((one, other) => other.until.getTime() - one.until.getTime())
    .slice(0, mostCertificates)
    .map(({ pem }) => pem);
  if (certificates.length === 0) throw wrong('certificate');
  return { issuer, signInUrl, certificates };
}

function elementsOf(xml: string): Generator<XmlElement> {
  try {
    return allOf(parseDescription(xml.trim()));
  } catch {
    throw wrong('xml');
  }
}

const rolesOf = (entity: XmlElement) =>
  childrenOf(entity, metadata, 'IDPSSODescriptor').filter((role) =>
    (attributeOf(role, 'protocolSupportEnumeration') ?? '').split(/\s+/).includes(protocol),
  );

const wrong = (why: 'xml' | 'provider' | 'address' | 'certificate') =>
  new Problem(wrongMetadata, { facts: { why } });
