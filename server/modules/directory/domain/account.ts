import { z } from 'zod';
import { Refused } from './refused.ts';
import { attributeOf, truth } from './matches.ts';
import type { Resource } from './matches.ts';

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';

export interface Email {
  value: string;
  type: string | null;
  primary: boolean;
}

/** What a directory says of a user, as far as it is kept here. */
export interface Account {
  userName: string;
  externalId: string | null;
  displayName: string | null;
  formatted: string | null;
  givenName: string | null;
  familyName: string | null;
  locale: string | null;
  preferredLanguage: string | null;
  timeZone: string | null;
  emails: Email[];
  active: boolean;
}

const mostEmails = 20;
const longest = { externalId: 200, text: 200, locale: 60, type: 40, email: 254 };

/** Attributes of a user that the standard knows and nothing here needs: they are accepted and not kept. */
const notKept = new Set(
  [
    'nickName',
    'profileUrl',
    'title',
    'userType',
    'password',
    'phoneNumbers',
    'ims',
    'photos',
    'addresses',
    'entitlements',
    'roles',
    'x509Certificates',
  ].map((name) => name.toLowerCase()),
);
const readOnly = new Set(['id', 'meta', 'groups', 'schemas']);

export const isNotKept = (name: string): boolean => notKept.has(name.toLowerCase());
export const isReadOnly = (name: string): boolean => readOnly.has(name.toLowerCase());
/** Extensions, as that for enterprises, are not kept either. */
export const isExtension = (schema: string | null): boolean =>
  schema !== null && ![userSchema, groupSchema].some((own) => own.toLowerCase() === schema.toLowerCase());

/**
 * What a whole user says. `before`: whether it was active, for those who do not say. Errors: `Refused` with `invalidValue`. Nothing is
 * kept that could not be sent to PostgreSQL.
 */
export function readAccount(of: Resource, before: { active: boolean }): Account {
  const text = (name: string, most: number) => readText(attributeOf(of, name), name, most);
  const name = attributeOf(of, 'name');
  const part = (sub: string) => readText(attributeOf(name, sub), `name.${sub}`, longest.text);
  const userName = text('userName', longest.text);
  if (userName === null) throw new Refused('invalidValue', 'A user needs a userName.');
  const said = attributeOf(of, 'active');
  const active = said === undefined || said === null ? before.active : truth(said);
  if (active === null) throw new Refused('invalidValue', 'active is true or false.');
  return {
    userName,
    externalId: text('externalId', longest.externalId),
    displayName: text('displayName', longest.text),
    formatted: part('formatted'),
    givenName: part('givenName'),
    familyName: part('familyName'),
    locale: text('locale', longest.locale),
    preferredLanguage: text('preferredLanguage', longest.locale),
    timeZone: text('timezone', longest.locale),
    emails: readEmails(attributeOf(of, 'emails')),
    active,
  };
}

export function readText(value: unknown, name: string, most: number): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw new Refused('invalidValue', `${name} is text.`);
  const trimmed = value.trim();
  if (/[\u0000-\u001f\u007f]/.test(trimmed))
    throw new Refused('invalidValue', `${name} is one line of text.`);
  if (trimmed.length > most) throw new Refused('invalidValue', `${name} has more than ${most} characters.`);
  return trimmed === '' ? null : trimmed;
}

function readEmails(value: unknown): Email[] {
  const list = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
  if (list.length > mostEmails) throw new Refused('invalidValue', `A user has at most ${mostEmails} emails.`);
  return list.flatMap((one: unknown): Email[] => {
    const address = readText(
      typeof one === 'string' ? one : attributeOf(one, 'value'),
      'emails.value',
      longest.email,
    );
    if (address === null) return [];
    return [
      {
        value: address,
        type: readText(attributeOf(one, 'type'), 'emails.type', longest.type),
        primary: truth(attributeOf(one, 'primary')) ?? false,
      },
    ];
  });
}

const email = z.email();

/**
 * The one address by which the person is known here: the primary one, else that of work, else the first, else a userName that is one.
 * Errors: `Refused` with `invalidValue`.
 */
export function addressOf({ emails, userName }: Pick<Account, 'emails' | 'userName'>): string {
  const chosen =
    emails.find(({ primary }) => primary) ??
    emails.find(({ type }) => type?.toLowerCase() === 'work') ??
    emails[0];
  const address = (chosen?.value ?? userName).toLowerCase();
  if (!email.safeParse(address).success)
    throw new Refused('invalidValue', 'A user needs an email address, in emails or as userName.');
  return address;
}

/** What the person is called here; never empty. */
export function nameOf({ formatted, displayName, givenName, familyName, userName }: Account): string {
  const joined = [givenName, familyName].filter((part) => part !== null).join(' ');
  return (formatted ?? displayName ?? (joined === '' ? userName.split('@')[0]! : joined)).slice(0, 200);
}

/** The language of the person, of the two there are. Null when the directory says nothing. */
export function languageOf({
  locale,
  preferredLanguage,
}: Pick<Account, 'locale' | 'preferredLanguage'>): 'id' | 'en' | null {
  const said = (preferredLanguage ?? locale)?.toLowerCase();
  return said === undefined ? null : /^(?:id|in)(?:[-_]|$)/.test(said) ? 'id' : 'en';
}
