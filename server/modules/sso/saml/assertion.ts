import { Refused } from './refused.ts';
import type { Expected } from './inspect.ts';
import {
  assertion,
  attributeOf,
  childOf,
  childrenOf,
  elementsIn,
  isNamed,
  parseMessage,
  textOf,
} from './xml.ts';
import type { XmlElement } from './xml.ts';

/** What a signed assertion says, checked. */
export interface Assertion {
  id: string;
  subject: string;
  attributes: ReadonlyMap<string, readonly string[]>;
  /** Classes of the authentication context. */
  classes: string[];
  /** When the provider asked who it is. */
  askedAt: Date | null;
  session: string | null;
  sessionEnds: Date | null;
  /** Until when it could be used again if it were not for its id. */
  usableUntil: Date;
}

/** How far the clock of a provider may be from ours, in milliseconds. */
export const skew = 120_000;
const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const transient = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';
const conditionsKnown = new Set(['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction']);

/**
 * Reads what was signed and nothing else: `xml` is the assertion as the signature covers it. Checks issuer, audience, recipient, request
 * and times (`now` in our time, two minutes allowed), and that it names somebody for good. Errors: `Refused`.
 */
export function readAssertion(xml: string, expected: Expected & { audience: string; now: Date }): Assertion {
  const root = parseMessage(xml);
  const id = attributeOf(root, 'ID');
  if (!isNamed(root, assertion, 'Assertion') || attributeOf(root, 'Version') !== '2.0' || !id)
    throw refused('not a SAML 2.0 assertion');
  if (textOf(childOf(root, assertion, 'Issuer')) !== expected.issuer) throw refused('another issuer');
  const time = timesAt(expected.now);
  if (!time.begun(attributeOf(root, 'IssueInstant'))) throw refused('issued in the future');
  const confirmedUntil = checkConfirmation(root, expected, time);
  checkConditions(root, expected.audience, time);
  const statements = childrenOf(root, assertion, 'AuthnStatement');
  if (statements.length !== 1) throw refused('not exactly one statement of a sign-in');
  const ends = attributeOf(statements[0]!, 'SessionNotOnOrAfter');
  if (ends !== null && !time.lasts(ends)) throw refused('the session is over at the provider');
  return {
    id,
    subject: subjectOf(root, expected),
    attributes: attributesOf(root),
    classes: childrenOf(statements[0]!, assertion, 'AuthnContext')
      .flatMap((context) => childrenOf(context, assertion, 'AuthnContextClassRef'))
      .flatMap((reference) => textOf(reference) ?? []),
    askedAt: readInstant(attributeOf(statements[0]!, 'AuthnInstant')),
    session: attributeOf(statements[0]!, 'SessionIndex'),
    sessionEnds: ends === null ? null : readInstant(ends),
    usableUntil: new Date(confirmedUntil.getTime() + skew),
  };
}

function subjectOf(root: XmlElement, { issuer, audience }: { issuer: string; audience: string }): string {
  const name = childOf(childOf(root, assertion, 'Subject'), assertion, 'NameID');
  const subject = textOf(name);
  if (!subject || subject.length > 500) throw refused('nobody is named');
  if (attributeOf(name, 'Format') === transient)
    throw new Refused('passing_name', 'the name is another one each time');
  // The same name in the realm of another would be another person.
  const qualifiers = [
    attributeOf(name, 'NameQualifier') ?? issuer,
    attributeOf(name, 'SPNameQualifier') ?? audience,
  ];
  if (qualifiers[0] !== issuer || qualifiers[1] !== audience) throw refused('the name is of another realm');
  return subject;
}

/** Somebody who brings it may use it: here, for what was asked, for a while. Returns until when. */
function checkConfirmation(root: XmlElement, { request, recipient }: Expected, time: Times): Date {
  const subject = childOf(root, assertion, 'Subject');
  if (!subject) throw refused('nobody is named');
  const data = childrenOf(subject, assertion, 'SubjectConfirmation')
    .filter((confirmation) => attributeOf(confirmation, 'Method') === bearer)
    .map((confirmation) => childOf(confirmation, assertion, 'SubjectConfirmationData'))
    .find(
      (one) =>
        attributeOf(one, 'Recipient') === recipient &&
        attributeOf(one, 'InResponseTo') === request &&
        time.lasts(attributeOf(one, 'NotOnOrAfter')) &&
        (attributeOf(one, 'NotBefore') === null || time.begun(attributeOf(one, 'NotBefore'))),
    );
  const until = readInstant(attributeOf(data ?? null, 'NotOnOrAfter'));
  if (!until) throw refused('not for whom, where and when it is used');
  return until;
}

function checkConditions(root: XmlElement, audience: string, time: Times): void {
  const conditions = childOf(root, assertion, 'Conditions');
  if (!conditions) throw refused('no conditions');
  const begins = attributeOf(conditions, 'NotBefore');
  if (begins !== null && !time.begun(begins)) throw refused('not valid yet');
  if (!time.lasts(attributeOf(conditions, 'NotOnOrAfter'))) throw refused('expired');
  const unknown = elementsIn(conditions).find(
    ({ namespaceURI, localName }) => namespaceURI !== assertion || !conditionsKnown.has(localName),
  );
  if (unknown) throw refused('a condition that is not known here');
  const restrictions = childrenOf(conditions, assertion, 'AudienceRestriction');
  const isOurs = (restriction: XmlElement) =>
    childrenOf(restriction, assertion, 'Audience').some((one) => textOf(one) === audience);
  if (restrictions.length === 0 || !restrictions.every(isOurs)) throw refused('another audience');
}

function attributesOf(root: XmlElement): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const attributes = childrenOf(root, assertion, 'AttributeStatement').flatMap((statement) =>
    childrenOf(statement, assertion, 'Attribute'),
  );
  for (const attribute of attributes) {
    const name = attributeOf(attribute, 'Name');
    const values = childrenOf(attribute, assertion, 'AttributeValue').flatMap((value) => textOf(value) ?? []);
    if (name) found.set(name, [...(found.get(name) ?? []), ...values]);
  }
  return found;
}

type Times = ReturnType<typeof timesAt>;
const timesAt = (now: Date) => ({
  begun(text: string | null): boolean {
    const at = readInstant(text);
    return at !== null && at.getTime() <= now.getTime() + skew;
  },
  lasts(text: string | null): boolean {
    const at = readInstant(text);
    return at !== null && at.getTime() > now.getTime() - skew;
  },
});

/** An instant as SAML writes it, with its offset; null for anything else. */
function readInstant(text: string | null): Date | null {
  if (!text || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const read = new Date(text);
  return Number.isNaN(read.getTime()) ? null : read;
}

const refused = (what: string) => new Refused('answer', what);
