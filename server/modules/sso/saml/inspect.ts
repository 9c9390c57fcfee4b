import { Refused } from './refused.ts';
import {
  allOf,
  assertion,
  attributeOf,
  childOf,
  childrenOf,
  isNamed,
  parseMessage,
  protocol,
  signatures,
  textOf,
} from './xml.ts';
import type { XmlElement } from './xml.ts';

/** Of XML signatures only this is read: exclusive canonical XML without comments, RSA, SHA-256 and SHA-512. */
const algorithms = new Set([
  'http://www.w3.org/2001/10/xml-exc-c14n#',
  'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmlenc#sha512',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
]);
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';

export interface Expected {
  issuer: string;
  /** The id of the request that this browser was sent with. */
  request: string;
  /** Our address for answers to this connection. */
  recipient: string;
}

/**
 * Looks at the outside of a response before any signature is checked: it has one shape, in which nothing can stand for something else.
 * One assertion in the whole of it, in its place; signatures only on the response and the assertion, one each, of good algorithms; every
 * id once. Returns whether the response is signed as well. Errors: `Refused`.
 */
export function inspectResponse(xml: string, expected: Expected): { isSigned: boolean } {
  const root = parsed(xml);
  const every = [...allOf(root)];
  if (!isNamed(root, protocol, 'Response') || attributeOf(root, 'Version') !== '2.0')
    throw new Refused('answer', 'not a SAML 2.0 response');
  if (every.some(({ localName }) => localName.startsWith('Encrypted')))
    throw new Refused('encrypted', 'encrypted assertions are not supported');
  if (attributeOf(childOf(childOf(root, protocol, 'Status'), protocol, 'StatusCode'), 'Value') !== success)
    throw new Refused('denied', 'the status is not success');
  if (attributeOf(root, 'Destination') !== expected.recipient)
    throw new Refused('answer', 'another destination');
  if (attributeOf(root, 'InResponseTo') !== expected.request)
    throw new Refused('answer', 'not an answer to our request');
  const issuers = childrenOf(root, assertion, 'Issuer');
  if (issuers.length > 1 || issuers.some((issuer) => textOf(issuer) !== expected.issuer))
    throw new Refused('answer', 'another issuer of the response');

  const [inside] = childrenOf(root, assertion, 'Assertion');
  if (!inside || countOf(every, 'Assertion') !== 1 || countOf(every, 'Response') !== 1)
    throw new Refused('answer', 'not exactly one assertion');
  const signed = every.filter(({ localName }) => localName === 'Signature');
  const isPlaced = (signature: XmlElement) =>
    signature.namespaceURI === signatures &&
    (signature.parentNode === root || signature.parentNode === inside);
  const parents = new Set(signed.map(({ parentNode }) => parentNode));
  if (!signed.every(isPlaced) || parents.size !== signed.length || countOf(every, 'Object') > 0)
    throw new Refused('signature', 'a signature out of place');
  if (!parents.has(inside)) throw new Refused('signature', 'the assertion is not signed');
  const bad = every.flatMap(algorithmsOf).find((name) => !algorithms.has(name));
  if (bad !== undefined) throw new Refused('signature', `the algorithm ${bad.slice(0, 100)}`);
  const ids = every.flatMap(idsOf);
  if (new Set(ids).size !== ids.length) throw new Refused('signature', 'an id twice');
  return { isSigned: parents.has(root) };
}

function parsed(xml: string): XmlElement {
  try {
    return parseMessage(xml);
  } catch (error) {
    throw new Refused('answer', (error as Error).message.slice(0, 100));
  }
}

const countOf = (elements: XmlElement[], name: string) =>
  elements.filter(({ localName }) => localName === name).length;

const algorithmsOf = (element: XmlElement) => attributesNamed(element, /^Algorithm$/);
/** Whatever some library takes for an id. */
const idsOf = (element: XmlElement) => attributesNamed(element, /^id$/i);

/** The values of attributes by their name, whatever prefix they have. */
const attributesNamed = (element: XmlElement, name: RegExp): string[] =>
  Array.from(element.attributes).flatMap((one) => (name.test(one.localName) ? [one.value] : []));
