import { expect, test } from 'vitest';
import { domainOf, isPublicProvider, readDomain } from './domain-name.ts';

test.each([
  ['acme.co.id', 'acme.co.id'],
  [' @Acme.CO.id. ', 'acme.co.id'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['a.io', 'a.io'],
  ['localhost', null],
  ['acme', null],
  ['10.0.0.1', null],
  ['0x7f.1', null],
  ['someone@acme.co.id', null],
  ['https://acme.co.id', null],
  ['acme..id', null],
  ['-acme.id', null],
  ['acme.id/x', null],
  ['acme_corp.id', null],
  [`${'a'.repeat(64)}.id`, null],
  ['', null],
])('%j is %j', (typed, domain) => {
  expect(readDomain(typed)).toBe(domain);
});

test.each([
  'gmail.com',
  'yahoo.co.id',
  'yahoo.com',
  'outlook.co',
  'hotmail.com.au',
  'mail.ru',
  'me.com',
  '163.com',
])('%s is everybody’s', (domain) => {
  expect(isPublicProvider(domain)).toBe(true);
});

test.each(['acme.co.id', 'mail.acme.co.id', 'gmail.acme.com', 'notgmail.com', 'yahoo-shop.com'])(
  '%s is somebody’s own',
  (domain) => {
    expect(isPublicProvider(domain)).toBe(false);
  },
);

test('the domain of an address is what follows the last @', () => {
  expect(domainOf('"a@b"@Acme.id')).toBe('acme.id');
});
