import { expect, test } from 'vitest';
import { mmdbCountries } from './mmdb.ts';

const countries = mmdbCountries(null);

test.each([
  ['8.8.8.8', 'US'],
  ['::ffff:8.8.8.8', 'US'],
  ['2001:4860:4860::8888', 'US'],
  ['180.244.1.1', 'ID'],
])('%s is in %s', (address, country) => expect(countries.of(address)).toBe(country));

test.each(['10.1.2.3', '192.168.1.1', '127.0.0.1', '::1', 'fe80::1%eth0', 'fd00::1', '', 'nonsense'])(
  '%s is nowhere',
  (address) => expect(countries.of(address)).toBeNull(),
);

test('a table that is not there is told at the start', () => {
  expect(() => mmdbCountries('/nowhere/countries.mmdb')).toThrow('ENOENT');
});
