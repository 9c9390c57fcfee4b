import { domainToASCII } from 'node:url';

const shape =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/;

/** A mail domain as people type it (`@Acme.co.id`, `bücher.example`), in the form in which it stands in addresses; null for none. */
export function readDomain(text: string): string | null {
  const typed = text.trim().replace(/^@/, '').replace(/\.$/, '');
  if (/[\s/:?#@%\\]/.test(typed)) return null;
  const ascii = domainToASCII(typed);
  return shape.test(ascii) ? ascii : null;
}

/** What follows the @ of an address. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** Where everybody can have a mailbox; what stands before the ending, so that `yahoo` is every `yahoo.*`. */
const providers = new Set([
  'aol',
  'fastmail',
  'gmail',
  'gmx',
  'googlemail',
  'hey',
  'hotmail',
  'icloud',
  'live',
  'mail',
  'msn',
  'outlook',
  'pm',
  'proton',
  'protonmail',
  'qq',
  'rocketmail',
  'tuta',
  'tutanota',
  'yahoo',
  'yandex',
  'ymail',
]);
const more = new Set([
  '126.com',
  '163.com',
  'comcast.net',
  'duck.com',
  'hushmail.com',
  'inbox.com',
  'mac.com',
  'mailbox.org',
  'me.com',
  'orange.fr',
  'plasa.com',
  'posteo.de',
  'telkom.net',
  'web.de',
  'zoho.com',
  'zohomail.com',
]);
/** `yahoo.co.id`, `gmail.com`, `mail.ru`; `mail.acme.co.id` has one part too many. */
const ofProvider = /^([a-z0-9-]+)\.(?:[a-z]{2,3}|(?:co|com)\.[a-z]{2})$/;

export function isPublicProvider(domain: string): boolean {
  return more.has(domain) || providers.has(ofProvider.exec(domain)?.[1] ?? '');
}
